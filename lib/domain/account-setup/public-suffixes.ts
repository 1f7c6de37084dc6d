import { registries } from './registries'

/**
 * Names under which a registry or a host gives domains to anybody who asks, so that nobody can stand for one of them.
 * Those that matter here; publicsuffix.org keeps the full list. Names of one label need no entry.
 */

/** Hosts of other people's sites, and providers of names that follow an address. Not the domains their own staff write from. */
const hosts = `
  000webhostapp.com a.run.app acquia-sites.com airtable.app akamaihd.net akamaized.net altervista.org amplifyapp.com
  appspot.com atlassian.net atwebpages.com awardspace.info awsapprunner.com awsapps.com azureedge.net azurefd.net
  azurestaticapps.net azurewebsites.net beehiiv.com beget.app beget.tech bitbucket.io bitrix24.site
  blob.core.windows.net blogspot.co.il blogspot.co.uk blogspot.com blogspot.com.au blogspot.com.br blogspot.de
  blogspot.es blogspot.fr blogspot.in blogspot.it blogspot.jp blogspot.ru bubbleapps.io byethost.com carrd.co
  chickenkiller.com cleverapps.io cloudapp.net cloudera.site cloudfront.net cloudfunctions.net cloudns.org coda.site
  codesandbox.io core.windows.net csb.app ddns.me ddns.net ddnsfree.com de.cool deno.dev digitaloceanspaces.com
  duckdns.org dynalias.com dynalias.net dynalias.org dyndns-home.com dyndns-ip.com dyndns-office.com
  dyndns-remote.com dyndns.info dyndns.org dynu.net edgekey.net edgesuite.net editorx.io epizy.com eu.org
  firebaseapp.com fly.dev framer.ai framer.app framer.website freehostia.com ghost.io gitbook.io github.dev
  github.io githubpreview.dev githubusercontent.com gitlab.io glitch.me global.ssl.fastly.net gotdns.com gradio.live
  hatenablog.com hatenablog.jp hb.bizmrg.com heliohost.org herokuapp.com herokussl.com hf.space hldns.ru homeip.net
  homelinux.com homelinux.net homelinux.org homeunix.com hopto.org hosting.ovh.net hs-sites.com
  hubspotpagebuilder.com infinityfreeapp.com ip.linodeusercontent.com is-a-geek.com is-a.dev jimdofree.com
  jimdosite.com js.org keenetic.link keenetic.pro kinsta.cloud linodeobjects.com loca.lt localtunnel.me
  mail.onmicrosoft.com mooo.com my.salesforce-sites.com my.salesforce.com my.site.com myfritz.net myftp.biz
  myftp.org myjino.ru myqnapcloud.com myshopify.com narod.ru neocities.org netlify.app ngrok-free.app ngrok-free.dev
  ngrok.app ngrok.dev ngrok.io nip.io no-ip.biz no-ip.info no-ip.org notion.site now.sh ondigitalocean.app
  onmicrosoft.com onrender.com pages.dev pantheonsite.io platformsh.site powerappsportals.com pp.ua
  pythonanywhere.com r2.dev railway.app readme.io readthedocs.io regruhosting.ru repl.co replit.app replit.dev rf.gd
  run.app scw.cloud selcdn.ru servebeer.com serveftp.com servehttp.com sharepoint.com shopifypreview.com site123.me
  softr.app sslip.io stackblitz.io storage.yandexcloud.net streamlit.app strikingly.com surge.sh synology.me
  sytes.net thingdustdata.com tilda.ws trafficmanager.net translate.goog trycloudflare.com ucoz.net ucoz.ru uk.to
  up.railway.app us.org vercel.app vercel.dev vkcloud-storage.ru vultrobjects.com web.app web.core.windows.net
  webcontainer.io webflow.io website.yandexcloud.net withgoogle.com withyoutube.com wixsite.com wordpress.com
  workers.dev wpcomstaging.com wpenginepowered.com x10host.com xip.io xs4all.space yandexcloud.net your-server.de
  your-storageshare.de zapto.org
`

/** Those that give away not only their own names but the ones below each of these, too: countries, regions, data centres. */
const givingTwice = `
  aichi.jp ak.us akita.jp al.us amazonaws.com aomori.jp ar.us as.us az.us azurecontainer.io bd ca.us chiba.jp ck
  cloudapp.azure.com co.us compute.amazonaws.com ct.us dc.us de.us ehime.jp elasticbeanstalk.com elb.amazonaws.com
  er fk fl.us fukui.jp fukuoka.jp fukushima.jp ga.us gifu.jp gu.us gunma.jp hi.us hiroshima.jp hokkaido.jp hyogo.jp
  ia.us ibaraki.jp id.us il.us in.us ishikawa.jp iwate.jp jm kagawa.jp kagoshima.jp kanagawa.jp kawasaki.jp kh
  kitakyushu.jp kobe.jp kochi.jp ks.us kumamoto.jp ky.us kyoto.jp la.us ma.us md.us me.us mi.us mie.jp miyagi.jp
  miyazaki.jp mm mn.us mo.us ms.us mt.us nagano.jp nagasaki.jp nagoya.jp nara.jp nc.us nd.us ne.us nh.us niigata.jp
  nj.us nm.us np nv.us ny.us oh.us oita.jp ok.us okayama.jp okinawa.jp or.us osaka.jp pa.us pg pr.us ri.us saga.jp
  saitama.jp sapporo.jp sc.us sd.us sendai.jp shiga.jp shimane.jp shizuoka.jp tn.us tochigi.jp tokushima.jp tokyo.jp
  tottori.jp toyama.jp tx.us ut.us va.us vi.us vt.us wa.us wakayama.jp wi.us wv.us wy.us yamagata.jp yamaguchi.jp
  yamanashi.jp yokohama.jp
`

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** A line of the registries, and the lines that go on with it. */
function suffixesOf(line: string): string[] {
  const [domain = '', ...names] = words(line.replace(':', ' '))
  return names.map((name) => `${name}.${domain}`)
}

const lines = registries.trim().split(/\n(?! )/)
const twice: ReadonlySet<string> = new Set(words(givingTwice))
const listed: ReadonlySet<string> = new Set([...lines.flatMap(suffixesOf), ...words(hosts), ...twice])

/** Whether anybody can have a domain below this one. */
export function isPublicSuffix(domain: string): boolean {
  const [, above] = domain.split(/\.(.*)/s)
  return above === undefined || listed.has(domain) || twice.has(above)
}

/**
 * What the registries of countries offer below a domain, one line each, the domain first; publicsuffix.org keeps the full
 * list. Regions that give away every name of theirs stand in public-suffixes.ts.
 */
export const registries = `
ac: com edu gov mil net org
ae: ac co gov mil net org sch
af: com edu gov net org
ag: co com net nom org
ai: com net off org
al: com edu gov mil net org
am: co com commune net org radio
ao: co ed edu gov gv it og org pb
ar: bet com coop edu gob gov int mil musica mutual net org senasa tur
at: ac co gv or
au: asn com conf edu gov id info net org oz act nsw nt qld sa tas vic wa
aw: com
az: biz co com edu gov info int mil name net org pp pro
ba: com edu gov mil net org
bb: biz co com edu gov info net org store tv
be: ac
bf: gov
bh: com edu gov net org
bi: co com edu or org
bj: africa agro architectes assur avocats co com eco econo edu info loisirs money net org ote restaurant resto tourism
  univ
bm: com edu gov net org
bn: com edu gov net org
bo: academia agro arte blog bolivia ciencia com cooperativa edu empresa gob indigena industria info int medicina mil
  net org pueblo revista rural tksat tv web wiki
br: abc adm adv agr aju am anani app arq art ato b barueri belem bet bhz bib bio blog bmd boavista bsb campinas caxias
  cim cng cnt com contagem coop coz cri cuiaba curitiba def des det dev ecn eco edu emp enf eng esp etc eti far feira
  flog floripa fm fnd fortal fot foz fst g12 geo ggf goiania gov gru imb ind inf jab jampa jdf joinville jor jus leg
  leilao lel log londrina macapa maceio manaus maringa mat med mil morena mp mus natal net niteroi nom not ntr odo ong
  org osasco palmas poa ppg pro psc psi pvh qsl radio rec recife rep ribeirao rio riobranco riopreto salvador sampa
  santamaria santoandre saobernardo saogonca seg sjc slg slz sorocaba srv taxi tc tec teo the tmp trd tur tv udi vet
  vix vlog wiki zlg
bs: com edu gov net org we
bt: com edu gov net org
bw: ac co gov net org
by: com gov mil minsk net of org
bz: co com edu gov net org za
ca: ab bc gc mb nb nf nl ns nt nu on pe qc sk yk co
cc: cloudns co ftpaccess game-server myphotos scrapping
cd: gov com net org
ci: ac asso co com ed edu go gouv int md net or org presse
cl: co gob gov mil
cm: co com gov net
cn: ac ah bj com cq edu fj gd gov gs gx gz ha hb he hi hk hl hn jl js jx ln mil mo net nm nx org qh sc sd sh sn sx tj
  tw xj xz yn zj
co: arts com edu firm gov info int mil net nom org rec web
com: africa ar br cn co de eu gb gr hu in jpn kr mex no qc ru sa se uk us uy za
cr: ac co ed fi go or sa
cu: com edu gob inf nat net org
cv: com edu id int net nome org publ
cw: com edu net org
cy: ac biz com ekloges gov ltd mil net org press pro tm
cz: co e4 realm
de: com
dk: biz co firm reg store
dm: co com edu gov net org
do: art com edu gob gov mil net org sld web
dz: art asso com edu gov net org pol soc tm
ec: 12 com edu fin gob gov info k12 med mil net org pro
ee: aip com edu fie gov lib med org pri riik
eg: ac com edu eng gov me mil name net org sci sport tv
es: com edu gob nom org
et: biz com edu gov info name net org
fi: aland
fj: ac biz com gov info mil name net org pro
fm: com edu net org radio
fr: aeroport asso avocat chambagri chirurgiens-dentistes com experts-comptables geometre-expert gouv greta
  huissier-justice medecin nom notaires pharmacien port prd presse tm veterinaire
ge: com edu gov mil net org pvt school
gg: co net org
gh: biz com edu gov mil net org
gi: com edu gov ltd mod org
gl: co com edu net org
gn: ac com edu gov net org
gp: asso com edu mobi net org
gr: com edu gov net org
gt: com edu gob ind mil net org
gu: com edu gov guam info net org web
gy: co com edu gov net org
hk: com edu gov idv inc ltd net org
hn: com edu gob mil net org
hr: com from iz name
ht: adult art asso com coop edu firm gouv info med net org perso pol pro rel shop
hu: 2000 agrar bolt casino city co erotica erotika film forum games hotel info ingatlan jogasz konyvelo lakas media
  news org priv reklam sex shop sport suli szex tm tozsde utazas video
id: ac biz co desa go kop mil my net or ponpes sch web
ie: gov
il: ac co gov idf k12 muni net org
im: ac co com net org tt tv
in: 5g 6g ac ai am bihar biz business ca cn co com coop cs delhi dr edu er firm gen gov gujarat ind info int internet
  io me mil net nic org pg post pro res travel tv uk up us
io: co com edu gov mil net nom org
iq: com edu gov mil net org
ir: ac co gov id net org sch
is: com edu gov int net org
it: co edu gov abruzzo basilicata calabria campania emilia-romagna friuli-venezia-giulia lazio liguria lombardia
  marche molise piemonte puglia sardegna sicilia toscana trentino umbria valle-aosta veneto ag al an ao ap aq ar at av
  ba bg bi bl bn bo br bs bt bz ca cb ce ch ci cl cn cr cs ct cz en fc fe fg fi fm fr ge go gr im is kr lc le li lo lt
  lu mb mc me mi mn mo ms mt na no nu og or ot pa pc pd pe pg pi pn po pr pt pu pv pz ra rc re rg ri rm rn ro rv sa si
  so sp sr ss su sv ta te tn to tp tr ts tv ud va vb vc ve vi vr vs vt vv milano roma torino napoli firenze bologna
  genova venezia verona palermo
je: co net of org
jo: agri ai com edu eng fm gov mil name net org per phd sch tv
jp: ac ad co ed go gr lg ne or
ke: ac co go info me mobi ne or sc
kg: com edu gov mil net org us
ki: biz com edu gov info net org
km: ass asso com coop edu gouv gov mil nom notaires org prd presse tm
kn: edu gov net org
kp: com edu gov org rep tra
kr: ac busan chungbuk chungnam co daegu daejeon es gangwon go gwangju gyeongbuk gyeonggi gyeongnam hs incheon jeju
  jeonbuk jeonnam kg mil ms ne or pe re sc seoul ulsan
kw: com edu emb gov ind net org
ky: com edu net org
kz: com edu gov mil net org
la: com edu gov info int net org per
lb: com edu gov net org
lc: co com edu gov l net org p
lk: ac assn com edu gov grp hotel int ltd net ngo org sch soc web
lr: com edu gov net org
ls: ac biz co edu gov info net org sc
lt: gov
lv: asn com conf edu gov id mil net org
ly: com edu gov id med net org plc sch
ma: ac co gov net org press
mc: asso tm
me: ac co edu gov its net org priv
mg: co com edu gov mil nom org prd
mk: com edu gov inf name net org
ml: ac art asso com edu gouv gov info inst net org pr presse
mn: edu gov org
mo: com edu gov net org
mr: gov
ms: com edu gov net org
mt: com edu net org
mu: ac co com gov net or org
mv: aero biz com coop edu gov info int mil museum name net org pro
mw: ac biz co com coop edu gov int net org
mx: com edu gob net org
my: biz com edu gov mil name net org
mz: ac adv co edu gov mil net org
na: alt co com gov net org
net: gb hu in jp ru se uk za
nf: arts com firm info net other per rec store web
ng: com edu gov i mil mobi name net org sch
ni: ac biz co com edu gob in info int mil net nom org web
nl: co
no: co fhs folkebibl fylkesbibl gs herad idrett kommune mil museum priv stat vgs dep akershus bergen nordland oslo
  rogaland stavanger telemark troms trondheim
nr: biz com edu gov info net org
nz: ac co cri geek gen govt health iwi kiwi maori mil net org parliament school
om: co com edu gov med museum net org pro
org: ae eu hk us za
pa: abo ac com edu gob ing med net nom org sld
pe: com edu gob mil net nom org
pf: com edu org
ph: com edu gov i mil net ngo org
pk: ac biz com edu fam gkp gob gog gok gop gos gov net org web
pl: agro aid art atm auto biz com edu gmina gov gsm info mail media miasta mil net ngo nieruchomosci nom org pc powiat
  priv realestate rel sex shop sklep sos szkola targi tm tourism travel turystyka augustow bedzin beskidy bialowieza
  bialystok bielawa bielsko bydgoszcz bytom cieszyn czeladz czest dlugoleka elblag elk gda gdansk gdynia gliwice
  glogow gniezno gorlice grajewo ilawa jaworzno jelenia-gora jgora kalisz karpacz kartuzy kaszuby katowice ketrzyn
  klodzko kobierzyce kolobrzeg konin konskowola krakow kutno lapy lebork legnica lezajsk limanowa lomza lowicz lubin
  lukow malbork malopolska mazowsze mazury mielec mielno mragowo naklo nowaruda nysa olawa olecko olkusz olsztyn
  opoczno opole ostroda ostroleka ostrowiec ostrowwlkp pila pisz podhale podlasie polkowice pomorskie pomorze poznan
  prochowice pruszkow przeworsk pulawy radom rawa-maz rybnik rzeszow sanok sejny skoczow slask slupsk sopot sosnowiec
  stalowa-wola starachowice stargard suwalki swidnica swidnik swiebodzin swinoujscie szczecin szczytno tarnobrzeg
  tgory torun turek tychy ustka walbrzych warmia warszawa waw wegrow wielun wlocl wloclawek wodzislaw wolomin wroc
  wroclaw zachpomor zagan zakopane zarow zgora zgorzelec
pr: ac biz com edu est gov info isla name net org pro prof
ps: com edu gov net org plo sec
pt: com edu gov int net nome org publ
pw: co ed go or
py: com coop edu gov mil net org
qa: com edu gov mil name net org sch
re: asso com nom
ro: arts co com firm info nom nt org rec shop store tm www
rs: ac co edu gov in org
ru: ac com edu gov int mil net org pp msk spb nov adygeya amur arkhangelsk astrakhan bashkiria belgorod bir bryansk
  buryatia cbg chel chelyabinsk chita chukotka chuvashia cmw dagestan e-burg fareast grozny irkutsk ivanovo izhevsk
  jamal jar joshkar-ola kalmykia kaluga kamchatka karelia kazan kchr kemerovo khabarovsk khakassia khv kirov kms
  koenig komi kostroma krasnoyarsk k-uralsk kuban kurgan kursk kustanai kuzbass lipetsk magadan magnitka mari mari-el
  marine mordovia murmansk mytis nakhodka nalchik nkz nnov norilsk novosibirsk nsk omsk orenburg oryol oskol palana
  penza perm pskov ptz pyatigorsk rnd rubtsovsk ryazan sakhalin samara saratov simbirsk smolensk snz stavropol stv
  surgut syzran tambov tatarstan test tom tomsk tsaritsyn tsk tula tuva tver tyumen udm udmurtia ulan-ude vdonsk
  vladikavkaz vladimir vladivostok volgograd vologda voronezh vrn vyatka yakutia yamal yaroslavl yekaterinburg
  yuzhno-sakhalinsk zgrad
rw: ac co coop gov mil net org
sa: com edu gov med net org pub sch
sb: com edu gov net org
sc: com edu gov net org
sd: com edu gov info med net org tv
se: a ac b bd brand c com d e f fh fhsk fhv g h i k komforb kommunalforbund komvux l lanbib m n naturbruksgymn o org p
  parti pp press r s t tm u w x y z
sg: com edu gov net org per
sh: com gov mil net org
sl: com edu gov net org
sn: art com edu gouv org perso univ
so: com edu gov me net org
ss: biz com edu gov me net org sch
st: co com consulado edu embaixada mil net org principe saotome store
su: abkhazia adygeya aktyubinsk arkhangelsk armenia ashgabad azerbaijan balashov bashkiria bryansk bukhara chimkent
  com dagestan east-kazakhstan exnet georgia grozny ivanovo jambyl kalmykia kaluga karacol karaganda karelia khakassia
  krasnodar kurgan kustanai lenug mangyshlak mordovia msk murmansk nalchik navoi north-kazakhstan nov obninsk org
  penza pokrovsk pp sochi spb tashkent termez togliatti troitsk tselinograd tula tuva vladikavkaz vladimir vologda
sv: com edu gob org red
sx: gov
sy: com edu gov mil net org
sz: ac co org
th: ac co go in mi net or
tj: ac biz co com edu go gov int mil name net nic org test web
tm: co com edu gov mil net nom org
tn: com ens fin gov ind info intl mincom nat net org perso tourism
to: com edu gov mil net org
tr: av bbs bel biz com dr edu gen gov info k12 kep mil name net org pol tel tsk tv web nc
tt: biz co com edu gov info mil name net org pro
tw: club com ebiz edu game gov idv mil net org
tz: ac co go hotel info me mil mobi ne or sc tv
ua: co com edu gov in net org pp biz cherkassy cherkasy chernigov chernihiv chernivtsi chernovtsy ck cn cr crimea cv
  dn dnepropetrovsk dnipropetrovsk donetsk dp if ivano-frankivsk kh kharkiv kharkov kherson khmelnitskiy khmelnytskyi
  kiev kirovograd km kr krym ks kv kyiv lg lt ltd lugansk luhansk lutsk lv lviv mk mykolaiv nikolaev od odesa odessa
  pl poltava rivne rovno rv sb sebastopol sevastopol sm sumy te ternopil uz uzhgorod uzhhorod vinnica vinnytsia vn
  volyn yalta zakarpattia zaporizhzhe zaporizhzhia zhitomir zhytomyr zp zt
ug: ac co com edu go gov mil ne or org sc us
uk: ac co gov ltd me net nhs org plc police sch
us: dni fed isa kids nsn
uy: com edu gub mil net org
uz: co com net org
vc: com edu gov mil net org
ve: arts bib co com e12 edu emprende firm gob gov info int mil net nom org rar rec store tec web
vg: edu
vi: co com k12 net org
vn: ac ai biz com edu gov health id info int io name net org pro hanoi
vu: com edu net org
ws: com edu gov net org
ye: com edu gov mil net org
za: ac agric alt co edu gov grondar law mil net ngo nic nis nom org school tm web
zm: ac biz co com edu gov info mil net org sch
zw: ac co gov mil org
`

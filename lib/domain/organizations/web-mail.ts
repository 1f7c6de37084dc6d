import { environment } from '@/lib/core/env'

/**
 * Public mail services (S2: "we don't accept email addresses from Web-based email services"). A mailbox there says nothing
 * about the company somebody works for. The environment adds to the list (WEB_MAIL_DOMAINS).
 */
const services = new Set(
  `gmail.com icloud.com me.com mac.com aim.com ymail.com rocketmail.com myyahoo.com verizon.net att.net comcast.net
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io keemail.me hushmail.com
  fastmail.com fastmail.fm mail.com email.com usa.com post.com inbox.com hey.com zohomail.com zohomail.eu zohomail.in
  web.de t-online.de freenet.de arcor.de posteo.de mailbox.org freemail.hu laposte.net orange.fr wanadoo.fr free.fr sfr.fr
  libero.it virgilio.it tiscali.it alice.it bluewin.ch btinternet.com sky.com talktalk.net ntlworld.com seznam.cz email.cz
  centrum.cz wp.pl o2.pl onet.pl interia.pl op.pl abv.bg mail.bg uol.com.br bol.com.br terra.com.br rediffmail.com
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com naver.com daum.net hanmail.net
  mail.ru bk.ru inbox.ru list.ru internet.ru xmail.ru ya.ru narod.ru rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru
  rambler.ua vk.com pochta.ru nm.ru km.ru mail.ua ukr.net i.ua meta.ua bigmir.net tut.by mail.kz`.split(/\s+/),
)

/** Services with the same name in many countries, such as yahoo.co.uk and yandex.kz. */
const families =
  /^(?:googlemail|outlook|hotmail|live|msn|windowslive|yahoo|aol|gmx|zoho|yandex)\.(?:com?\.)?[a-z]{2,3}$/

export function isWebMail(email: string): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return services.has(domain) || families.test(domain) || environment().WEB_MAIL_DOMAINS.includes(domain)
}

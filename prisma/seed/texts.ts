import type { InvitationKind } from '@/lib/domain/invitations/schema'

// What the people of the demo world write to each other. Data only; `{link}` is where the portal puts the link.

export interface Voice {
  person: string
  organization: string
  /** The provider that is named beside a reseller. */
  provider: string
  delegated: boolean
}

function letter(...paragraphs: (string | null)[]): string {
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n')
}

const englishDelegation =
  'You would also let us administer your account. You can take that back at any time and stay our customer.'

const english: Record<InvitationKind, (voice: Voice) => string> = {
  partnership: ({ person, organization }) =>
    letter(
      'Hello,',
      `${organization} would like to be your indirect provider. Once you accept, we can place orders for your customers and help you support them.`,
      'Please open this personal link as a Global admin of your organization:',
      '{link}',
      `Kind regards\n${person}, ${organization}`,
    ),
  customer: ({ person, organization, delegated }) =>
    letter(
      'Hello,',
      `${organization} would like to look after your cloud subscriptions. With your consent we become your reseller: we order licenses for you and are there when you have a question about them.`,
      delegated ? englishDelegation : null,
      'Please open this link as a Global admin of your organization:',
      '{link}',
      `Kind regards\n${person}, ${organization}`,
    ),
  customerTwoParty: ({ person, organization, provider, delegated }) =>
    letter(
      'Hello,',
      `${organization} and ${provider} would like to look after your cloud subscriptions together: we advise and support you, ${provider} supplies the licenses. One consent covers both of us.`,
      delegated ? englishDelegation : null,
      'Please open this link as a Global admin of your organization:',
      '{link}',
      `Kind regards\n${person}, ${organization}`,
    ),
}

const russianDelegation =
  'Кроме того, вы разрешите нам администрировать вашу учетную запись. Это разрешение можно отозвать в любой момент и остаться нашим клиентом.'

const russian: Record<InvitationKind, (voice: Voice) => string> = {
  partnership: ({ person, organization }) =>
    letter(
      'Здравствуйте!',
      `Компания «${organization}» хотела бы стать вашим непрямым поставщиком. Когда вы примете предложение, мы сможем оформлять заказы для ваших клиентов и помогать вам в их поддержке.`,
      'Пожалуйста, откройте эту личную ссылку от имени глобального администратора вашей организации:',
      '{link}',
      `С уважением,\n${person}, «${organization}»`,
    ),
  customer: ({ person, organization, delegated }) =>
    letter(
      'Здравствуйте!',
      `Компания «${organization}» предлагает взять на себя заботу о ваших облачных подписках. С вашего согласия мы станем вашим торговым посредником: будем заказывать для вас лицензии и отвечать на вопросы о них.`,
      delegated ? russianDelegation : null,
      'Пожалуйста, откройте ссылку от имени глобального администратора вашей организации:',
      '{link}',
      `С уважением,\n${person}, «${organization}»`,
    ),
  customerTwoParty: ({ person, organization, provider, delegated }) =>
    letter(
      'Здравствуйте!',
      `Компании «${organization}» и «${provider}» предлагают вместе заботиться о ваших облачных подписках: мы консультируем и поддерживаем вас, «${provider}» поставляет лицензии. Одного вашего согласия достаточно для обеих компаний.`,
      delegated ? russianDelegation : null,
      'Пожалуйста, откройте ссылку от имени глобального администратора вашей организации:',
      '{link}',
      `С уважением,\n${person}, «${organization}»`,
    ),
}

/** The message of an invitation. */
export const messageOf = { en: english, ru: russian }

/** Why somebody says no. */
export const reasons = {
  financialYear: 'We are closing our financial year. Please ask us again in ten days.',
  content: 'Alder IT looks after us, and we are happy with that.',
  onePartner: 'Нам достаточно одного партнёра, спасибо за предложение.',
}

/** What stands in subscriptions and requests. */
export const words = {
  officeOnSite: 'Office and site managers',
  twoApprentices: 'Two apprentices start on Monday.',
  newBranch: 'The second shop opens: five more people at the till and in the bakehouse.',
  fromWhen: 'With pleasure. From which day do you need them?',
  done: 'Done, they can be assigned.',
}

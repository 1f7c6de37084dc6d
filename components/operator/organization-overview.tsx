import { useTranslations } from 'next-intl'
import { countryNames } from '@/lib/i18n/country-names'
import type { OperatedOrganization } from '@/lib/web/operator'
import type { FormDoor } from '@/lib/web/verification'
import { Form } from '../form/form'
import { SubmitButton } from '../form/submit-button'
import { StatusBadge } from '../status-badge'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { LocalTime } from '../ui/local-time'
import { TextLink } from '../ui/text-link'
import { badgeOf } from '../verification/own-verification'
import { RenameCard } from './rename-card'

type OverviewProps = {
  organization: OperatedOrganization
  /** People are counted no further. */
  peopleCounted: number
  now: Date
  /** Null for whoever may not invite. */
  resend: FormDoor | null
  /** Null for whoever may not rename, and for those who do it themselves. */
  rename: FormDoor | null
  opensCases: boolean
  locale: string
  timeZone: string
}

export function OrganizationOverview(props: OverviewProps) {
  const { organization, peopleCounted, locale } = props
  const t = useTranslations('operator')
  const { people, country, contactName, contactEmail, contactPhone } = organization
  const number =
    people > peopleCounted ? t('one.peopleMore', { count: peopleCounted }) : t('one.peopleCount', { count: people })
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card>
        <CardHeader title={t('one.facts')} />
        <DescriptionList
          items={[
            { term: t('domain'), details: organization.domain },
            { term: t('country'), details: countryNames(locale).of(country) ?? country },
            { term: t('one.mpnId'), details: organization.mpnId ?? '–' },
            { term: t('one.people'), details: number },
            {
              term: t('one.contact'),
              details: (
                <span className="whitespace-pre-line">
                  {[contactName, contactEmail, contactPhone].filter(Boolean).join('\n')}
                </span>
              ),
            },
            {
              term: t('since'),
              details: (
                <LocalTime value={organization.createdAt} locale={locale} timeZone={props.timeZone} show="date" />
              ),
            },
          ]}
        />
      </Card>
      <div className="grid gap-5">
        <FirstAdmin {...props} />
        <Verifications {...props} />
        {props.rename ? <RenameCard organization={organization} action={props.rename} /> : null}
      </div>
    </div>
  )
}

function FirstAdmin({ organization, now, resend, locale, timeZone }: OverviewProps) {
  const t = useTranslations('operator')
  const admin = organization.firstGlobalAdmin
  if (!admin) return null
  const { fullName, email, activated, invitedAt, expiresAt } = admin
  const moment = (value: Date) => () => <LocalTime value={value} locale={locale} timeZone={timeZone} />
  return (
    <Card>
      <CardHeader title={t('one.admin')} />
      <p className="[overflow-wrap:anywhere]">
        <span className="font-semibold">{fullName}</span>, {email}
      </p>
      {activated || !invitedAt || !expiresAt ? (
        <p className="text-muted">{t('one.activated')}</p>
      ) : (
        <>
          <p className="mb-3 text-muted">
            {new Date(expiresAt) > now
              ? t.rich('one.invited', { when: moment(invitedAt), until: moment(expiresAt) })
              : t.rich('one.lapsed', { when: moment(invitedAt) })}
          </p>
          {resend ? (
            <Form
              action={resend}
              hidden={{ organizationId: organization.id }}
              idPrefix="resend"
              referenceLabel={t('reference')}
            >
              <SubmitButton variant="secondary" className="justify-self-start">
                {t('one.resend')}
              </SubmitButton>
            </Form>
          ) : null}
        </>
      )}
    </Card>
  )
}

function Verifications({ organization, opensCases, locale, timeZone }: OverviewProps) {
  const t = useTranslations('operator.one')
  const words = useTranslations('verification')
  return (
    <Card>
      <CardHeader title={t('verifications')} />
      {organization.verifications.length === 0 ? <p className="text-muted">{t('noVerifications')}</p> : null}
      <ul className="grid gap-2.5">
        {organization.verifications.map(({ id, status, openedAt }) => {
          const text = t.rich('openVerification', {
            when: () => <LocalTime value={openedAt} locale={locale} timeZone={timeZone} />,
          })
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {opensCases ? <TextLink href={`/verification/${id}`}>{text}</TextLink> : text}
              <StatusBadge status={badgeOf[status]} label={words(`statuses.${status}`)} />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

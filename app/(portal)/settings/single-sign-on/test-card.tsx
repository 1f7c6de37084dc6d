import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Card, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { Note } from '@/components/ui/note'
import { describeCode } from '@/lib/web/error-text'
import type { SingleSignOnView } from '@/lib/web/single-sign-on'
import { beginSignInTestAction } from './actions'

type Issuer = NonNullable<SingleSignOnView['issuer']>
type Report = NonNullable<Issuer['lastTest']>
type Show = { locale: string; timeZone: string }

/** The whole way there and back, and what it has brought. */
export async function TestCard({ issuer, ...show }: { issuer: Issuer } & Show) {
  const t = await getTranslations('singleSignOn')
  const { lastTest, tested } = issuer
  return (
    <Card aria-labelledby="test">
      <CardHeader id="test" title={t('test.title')} description={t('test.text')} />
      <div className="grid gap-4">
        {lastTest ? <Result report={lastTest} {...show} /> : null}
        <Form action={beginSignInTestAction} idPrefix="test" referenceLabel={t('reference')}>
          <div>
            <SubmitButton variant={tested ? 'secondary' : 'primary'}>
              {t(lastTest ? 'test.again' : 'test.action')}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  )
}

async function Result({ report, ...show }: { report: Report } & Show) {
  const t = await getTranslations('singleSignOn.test')
  const at = () => <LocalTime value={report.at} {...show} />
  return (
    <>
      <Note tone={report.problem ? 'danger' : 'success'} title={t(report.problem ? 'failed' : 'succeeded')}>
        {report.problem ? <p>{await describeCode(report.problem, {})}</p> : null}
        <p className="text-caption text-muted">{t.rich('by', { name: report.byName, at })}</p>
      </Note>
      {report.subject ? <Claims report={report} /> : null}
    </>
  )
}

async function Claims({ report }: { report: Report }) {
  const t = await getTranslations('singleSignOn.test')
  const nothing = t('nothing')
  return (
    <DescriptionList
      look="rows"
      items={[
        { term: t('subject'), details: report.subject ?? nothing },
        { term: t('email'), details: report.email ?? nothing },
        { term: t('name'), details: report.name ?? nothing },
        { term: t('person'), details: report.personName ?? (report.problem ? nothing : t('noPerson')) },
        { term: t('factors'), details: t(report.severalFactors ? 'factorsYes' : 'factorsNo') },
        { term: t('time'), details: t(report.authTime ? 'timeYes' : 'timeNo') },
      ]}
    />
  )
}

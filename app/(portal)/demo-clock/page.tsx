import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { getDemoClock } from '@/lib/domain/demo-clock/queries'
import { read, requireActor } from '@/lib/web/page'
import { advanceClockAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('demoClock'))('title') }
}

const strides = [1, 7, 30, 365] as const

/** Demo and development: what day it is for the portal, and a way to make it a later one. */
export default async function DemoClockPage() {
  const actor = await requireActor()
  const [today, t, locale] = await Promise.all([read(getDemoClock, {}), getTranslations('demoClock'), getLocale()])
  return (
    <div className="max-w-160">
      <PageHeader title={t('title')} description={t('hint')} />
      <Card>
        <p className="text-muted">{t('today')}</p>
        <p className="font-semibold text-subtitle">
          <LocalTime value={today.now} locale={locale} timeZone={actor.timeZone} show="longDate" />
        </p>
        <p className="text-muted">{t('ahead', { days: today.days })}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          {strides.map((days) => (
            <Form key={days} action={advanceClockAction} hidden={{ days: String(days) }} idPrefix={`clock-${days}`}>
              <SubmitButton variant="secondary">{t('advance', { days })}</SubmitButton>
            </Form>
          ))}
        </div>
        <p className="mt-4 text-muted">{t('effect')}</p>
      </Card>
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Note } from '@/components/ui/note'
import type { getOwnProfile } from '@/lib/domain/profile/queries'
import { chooseNoticesAction } from './actions'

type Notices = Awaited<ReturnType<typeof getOwnProfile>>['notices']

/** What the person is told of, and where; with what cannot be switched off. */
export async function NoticesCard({ notices }: { notices: Notices }) {
  const t = await getTranslations('profile.notices')
  const reference = (await getTranslations('profile'))('reference')
  return (
    <Card aria-labelledby="notices">
      <CardHeader id="notices" title={t('title')} description={t('hint')} />
      <Form action={chooseNoticesAction} idPrefix="notices" referenceLabel={reference}>
        <ul className="divide-y divide-border border-border border-y">
          {notices.map(({ category, portal, mail }) => (
            <li key={category} className="py-3">
              {/* biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside what it names */}
              <div
                role="group"
                aria-labelledby={`notice-${category}`}
                className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_8.5rem_7.5rem]"
              >
                <div className="min-w-0">
                  <p id={`notice-${category}`} className="font-semibold">
                    {t(`category.${category}`)}
                  </p>
                  <p className="text-caption text-muted">{t(`about.${category}`)}</p>
                </div>
                <Tick name="portal[]" value={category} ticked={portal} label={t('portal')} none={t('none')} />
                <Tick name="mail[]" value={category} ticked={mail} label={t('mail')} none={t('none')} />
              </div>
            </li>
          ))}
        </ul>
        <Note>
          <p>{t('always')}</p>
          <p className="mt-2">{t('address')}</p>
        </Note>
        <ButtonRow>
          <SubmitButton variant="secondary">{t('save')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

type TickProps = { name: string; value: string; ticked: boolean | null; label: string; none: string }

/** Where there is nothing of the kind, the place stays empty. */
function Tick({ name, value, ticked, label, none }: TickProps) {
  if (ticked !== null) return <Checkbox name={name} value={value} label={label} defaultChecked={ticked} />
  return (
    <p className="text-muted max-sm:hidden">
      <span aria-hidden="true">–</span>
      <span className="sr-only">
        {label}: {none}
      </span>
    </p>
  )
}

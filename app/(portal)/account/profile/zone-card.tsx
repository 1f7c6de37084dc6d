import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { TimeZoneField } from '@/components/form/time-zone-field'
import { TimeZoneSuggestion } from '@/components/form/time-zone-suggestion'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { Select } from '@/components/ui/select'
import { clock } from '@/lib/core/clock'
import { listedTimeZone } from '@/lib/core/time-zones'
import { zoneLabel, zonesByRegion } from '@/lib/i18n/time-zones'
import { chooseTimeZoneAction } from './actions'

type ZoneCardProps = { chosen: boolean; current: string; locale: string }

/** Whose clock all pages show. A native list: it can be searched by typing, and needs no script. */
export async function ZoneCard({ chosen, current, locale }: ZoneCardProps) {
  const now = clock.now()
  const [t, regions] = await Promise.all([getTranslations('profile'), zonesByRegion(locale, now)])
  const listed = listedTimeZone(current) ?? current
  const groups = regions.map(({ region, zones }) => ({
    label: t(`zone.region.${region}` as 'zone.region.Europe'),
    options: zones,
  }))
  const time = <LocalTime value={now} locale={locale} timeZone={current} />
  const hint = t.rich('zone.labelHint', { zone: zoneLabel(listed, locale, now), time: () => time })
  return (
    <Card aria-labelledby="zone">
      <CardHeader id="zone" title={t('zone.title')} description={t('zone.hint')} />
      <Form action={chooseTimeZoneAction} idPrefix="zone" referenceLabel={t('reference')}>
        <TimeZoneField />
        <Field label={t('zone.label')} name="chosen" hint={hint}>
          <Select
            options={[{ value: '', label: t('zone.browser') }]}
            groups={groups}
            defaultValue={chosen ? listed : ''}
          />
        </Field>
        <TimeZoneSuggestion
          name="chosen"
          current={listed}
          zones={groups.flatMap(({ options }) => options)}
          text={t('zone.suggestion')}
          take={t('zone.take')}
        />
        <ButtonRow>
          <SubmitButton variant="secondary">{t('zone.save')}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

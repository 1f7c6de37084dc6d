import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { ProviderCardForm } from '@/components/provider-card-form'
import { ProviderLogoForm } from '@/components/provider-logo-form'
import { ProviderProfile } from '@/components/provider-profile'
import { StatusBadge } from '@/components/status-badge'
import { TabRow } from '@/components/tab-row'
import { ButtonLink } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/dialog-button'
import { Note } from '@/components/ui/note'
import { countryOptions } from '@/lib/web/country-options'
import { pickParameters, type SearchParams } from '@/lib/web/page'
import {
  languageOptions,
  logoAddress,
  logoBytes,
  type OwnCard,
  offeringChoices,
  readOwnCard,
  textsFor,
} from '@/lib/web/provider-directory'
import {
  changeProviderLogoAction,
  editProviderCardAction,
  publishProviderCardAction,
  removeProviderLogoAction,
  unpublishProviderCardAction,
} from './actions'

const path = '/provider-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('card.title') }
}

/** Spec 3.14, Business profile: the provider's own card, edited and looked at before everybody sees it. */
export default async function ProviderCardPage({ searchParams }: { searchParams: SearchParams }) {
  const { view, notice } = await pickParameters(searchParams, ['view', 'notice'])
  const [card, t, locale] = await Promise.all([readOwnCard(), getTranslations('directory.card'), getLocale()])
  const preview = view === 'preview'
  return (
    <>
      <Notice code={notice} />
      <Head card={card} />
      <TabRow
        label={t('views')}
        tabs={[
          { href: path, label: t('edit'), current: !preview },
          { href: `${path}?view=preview`, label: t('preview'), current: preview },
        ]}
      />
      {preview ? (
        <div className="grid gap-4">
          {card.saved ? (
            <ProviderProfile card={card} texts={textsFor(locale, card)} logo={logoAddress(card)} heading="h2" />
          ) : (
            <p>{t('previewEmpty')}</p>
          )}
        </div>
      ) : (
        <Editing card={card} />
      )}
      <PublishDialogs />
    </>
  )
}

async function Head({ card }: { card: OwnCard }) {
  const t = await getTranslations('directory.card')
  const published = card.publishedAt !== null
  return (
    <PageHeader
      title={t('title')}
      description={t('hint')}
      badge={<StatusBadge status={published ? 'active' : 'draft'} label={t(published ? 'published' : 'draft')} />}
      actions={
        published ? (
          <>
            <ButtonLink href={`/find-a-provider/${card.organizationId}`}>{t('openPublic')}</ButtonLink>
            <DialogButton dialogId="unpublish" variant="subtle">
              {t('unpublish')}
            </DialogButton>
          </>
        ) : card.saved && card.lacking.length === 0 ? (
          <DialogButton dialogId="publish" variant="primary">
            {t('publish')}
          </DialogButton>
        ) : null
      }
    />
  )
}

async function Editing({ card }: { card: OwnCard }) {
  const [t, offering, locale] = await Promise.all([
    getTranslations('directory.card'),
    getTranslations('directory.offering'),
    getLocale(),
  ])
  const lacking = new Intl.ListFormat(locale).format(card.lacking.map((what) => t(`lack.${what}`)))
  return (
    <div className="grid gap-5">
      {card.saved && lacking ? <Note tone="info">{t('lacking', { what: lacking })}</Note> : null}
      <ProviderCardForm
        card={card}
        choices={{
          services: offeringChoices.map((value) => ({ value, label: offering(value) })),
          languages: languageOptions(locale),
          countries: countryOptions(locale),
        }}
        action={editProviderCardAction}
      />
      <ProviderLogoForm
        card={card}
        logo={logoAddress(card)}
        limit={logoBytes}
        change={changeProviderLogoAction}
        remove={removeProviderLogoAction}
      />
    </div>
  )
}

async function PublishDialogs() {
  const t = await getTranslations('directory.card')
  return (
    <>
      <ConfirmDialog
        id="publish"
        title={t('publishTitle')}
        confirmLabel={t('publish')}
        action={publishProviderCardAction}
      >
        <p>{t('publishText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        id="unpublish"
        danger
        title={t('unpublishTitle')}
        confirmLabel={t('unpublish')}
        action={unpublishProviderCardAction}
      >
        <p>{t('unpublishText')}</p>
      </ConfirmDialog>
    </>
  )
}

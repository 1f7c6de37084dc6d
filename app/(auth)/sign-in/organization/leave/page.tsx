import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { viewErrand } from '@/lib/domain/issuer-sign-in/queries'
import { read } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('singleSignOn.leave'))('title') }
}

/**
 * On to the issuer. A redirect would not do: the policy lets no form lead to another site, and browsers count what a form is
 * redirected to. This page goes there by itself, with script or without, and shows the way should a browser not.
 */
export default async function LeavePage() {
  const errand = await read(viewErrand, {})
  if (!errand) redirect('/sign-in/organization')
  const t = await getTranslations('singleSignOn.leave')
  return (
    <Card padding="wide" as="div">
      <meta httpEquiv="refresh" content={`0;url=${errand.address}`} />
      <h1>{t('title')}</h1>
      <p className="mb-5 text-muted">{t('text', { host: errand.host })}</p>
      <ButtonLink href={errand.address} variant="primary" size="large">
        {t('link', { host: errand.host })}
      </ButtonLink>
    </Card>
  )
}

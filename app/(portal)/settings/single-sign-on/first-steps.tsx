import { getTranslations } from 'next-intl/server'
import { LinkBox } from '@/components/link-box'
import { Card, CardHeader } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'

/** What somebody who has never done it needs to know before the form. */
export async function FirstSteps({ redirectUri }: { redirectUri: string }) {
  const t = await getTranslations('singleSignOn')
  return (
    <Card aria-labelledby="first-steps">
      <CardHeader id="first-steps" title={t('empty.title')} description={t('empty.text')} />
      <ol className="grid list-decimal gap-2 pl-5">
        <li>
          {t('empty.step1')}
          <div className="mt-2">
            <RedirectUri address={redirectUri} />
          </div>
        </li>
        <li>{t('empty.step2')}</li>
        <li>{t('empty.step3')}</li>
        <li>{t('empty.step4')}</li>
      </ol>
    </Card>
  )
}

export async function RedirectUri({ address }: { address: string }) {
  const t = await getTranslations('singleSignOn')
  return (
    <div>
      <p className="mb-1 font-semibold">{t('redirectUri')}</p>
      <LinkBox id="redirect-uri" end={<CopyButton text={address} />}>
        {address}
      </LinkBox>
      <p className="mt-1 text-caption text-muted">{t('redirectHint')}</p>
    </div>
  )
}

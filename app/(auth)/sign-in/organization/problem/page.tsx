import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { currentActor } from '@/lib/auth/session'
import { viewUnknownPerson } from '@/lib/domain/issuer-sign-in/queries'
import { describeCode } from '@/lib/web/error-text'
import { pickParameters, read, type SearchParams } from '@/lib/web/page'
import { problemIn } from '@/lib/web/single-sign-on'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('singleSignOn.problem'))('title') }
}

/** Why somebody who came back from an issuer is not signed in, and what to do. */
export default async function SignInProblemPage({ searchParams }: { searchParams: SearchParams }) {
  const { code } = await pickParameters(searchParams, ['code'])
  const problem = problemIn(code)
  const unknown = problem === 'person_unknown' ? await read(viewUnknownPerson, {}) : null
  const t = await getTranslations('singleSignOn.problem')
  return (
    <Card padding="wide" as="div">
      <h1>{t(unknown ? 'unknownTitle' : 'title')}</h1>
      {unknown ? (
        <Unknown organization={unknown.organizationName} admins={unknown.admins} />
      ) : (
        <p className="mb-5">{await describeCode(problem ?? 'unexpected', { minutes: 1 })}</p>
      )}
      <WaysOn signedIn={(await currentActor()) !== null} />
      {unknown ? null : <p className="mt-4 text-caption text-muted">{t('retry')}</p>}
    </Card>
  )
}

/** Whoever is signed in wanted to prove it again. */
async function WaysOn({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations('singleSignOn.problem')
  return (
    <ButtonRow>
      <ButtonLink href={signedIn ? '/confirm-identity' : '/sign-in/organization'} variant="primary" size="large">
        {t('again')}
      </ButtonLink>
      <ButtonLink href={signedIn ? '/dashboard' : '/sign-in'} size="large">
        {t(signedIn ? 'home' : 'password')}
      </ButtonLink>
    </ButtonRow>
  )
}

async function Unknown({ organization, admins }: { organization: string; admins: readonly string[] }) {
  const t = await getTranslations('singleSignOn.problem')
  if (admins.length === 0) return <p className="mb-5">{t('nobody', { organization })}</p>
  return (
    <div className="mb-5">
      <p>{t('unknown', { organization })}</p>
      <ul className="mt-2 list-disc pl-5">
        {admins.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

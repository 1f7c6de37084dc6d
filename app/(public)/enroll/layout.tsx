import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PublicPage } from '@/components/shell/public-page'
import { Button } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { signOutAction, updatePreferencesAction } from '../../preferences/actions'

/** The frame of the enrollment: open to everybody, with a way out for whoever is signed in with the wrong account. */
export default async function EnrollLayout({ children }: { children: ReactNode }) {
  const [actor, t] = await Promise.all([currentActor(), getTranslations('enrollment')])
  return (
    <PublicPage
      preferencesAction={updatePreferencesAction as (formData: FormData) => void}
      actions={
        actor ? (
          <form action={signOutAction as (formData: FormData) => void}>
            <input type="hidden" name="returnTo" value="/enroll" />
            <Button type="submit" variant="subtle">
              {t('signOut')}
            </Button>
          </form>
        ) : null
      }
    >
      {children}
    </PublicPage>
  )
}

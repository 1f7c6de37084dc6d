import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FollowLinks } from '@/components/ui/follow-links'
import { currentActor } from '@/lib/auth/session'
import { themeCookie } from '@/lib/i18n/locale'
import { fontVariables } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Tandem', template: '%s · Tandem' },
  icons: { icon: '/favicon.svg' },
  robots: { index: false, follow: false },
}

const themes = ['light', 'dark', 'system']

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request keeps every page dynamic: a page built ahead would carry no nonce.
  await headers()
  const actor = await currentActor()
  const chosen = (await cookies()).get(themeCookie)?.value ?? ''
  const theme = actor?.theme ?? (themes.includes(chosen) ? chosen : 'system')
  return (
    <html lang={await getLocale()} data-theme={theme} className={fontVariables}>
      <head>
        {/* The header says no-referrer; under that a form sent before any script has loaded would bear `Origin: null`. */}
        <meta name="referrer" content="same-origin" />
      </head>
      <body>
        {children}
        <FollowLinks />
      </body>
    </html>
  )
}

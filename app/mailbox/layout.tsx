import type { ReactNode } from 'react'
import { PublicPage } from '@/components/shell/public-page'
import { updatePreferencesAction } from '../preferences/actions'

export default function MailboxLayout({ children }: { children: ReactNode }) {
  return (
    <PublicPage width="wide" preferencesAction={updatePreferencesAction as (formData: FormData) => void}>
      {children}
    </PublicPage>
  )
}

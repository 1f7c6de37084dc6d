import type { ReactNode } from 'react'
import { PublicPage } from '@/components/shell/public-page'
import { updatePreferencesAction } from '../preferences/actions'

export default function ConfirmContactLayout({ children }: { children: ReactNode }) {
  return <PublicPage preferencesAction={updatePreferencesAction as (formData: FormData) => void}>{children}</PublicPage>
}

'use client'

import { useEffect, useState } from 'react'
import { ErrorState } from '@/components/error-state'
import { Button } from '@/components/ui/button'

// The message catalogue cannot be asked here: a page that failed may have failed at exactly that.
const words = {
  en: {
    title: 'Something went wrong',
    reason: 'The page could not be shown. Nothing you had saved is lost.',
    remedy: 'Try again. If it stays like this, tell whoever looks after the portal and give them the number below.',
    retry: 'Try again',
    label: 'Reference number',
    copyLabel: 'Copy',
    copiedLabel: 'Copied',
    refusedLabel: 'Copying was not allowed; the number is selected.',
  },
  ru: {
    title: 'Что-то пошло не так',
    reason: 'Не удалось показать страницу. Сохраненные данные не потеряны.',
    remedy: 'Попробуйте еще раз. Если ошибка повторится, сообщите администратору портала номер ниже.',
    retry: 'Попробовать еще раз',
    label: 'Номер обращения',
    copyLabel: 'Копировать',
    copiedLabel: 'Скопировано',
    refusedLabel: 'Копирование не разрешено; номер выделен.',
  },
}

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const [language, setLanguage] = useState<'en' | 'ru'>('en')
  useEffect(() => setLanguage(document.documentElement.lang === 'ru' ? 'ru' : 'en'), [])
  const { title, reason, remedy, retry, ...reference } = words[language]
  return (
    <main className="px-4 py-12">
      <ErrorState
        title={title}
        reason={reason}
        remedy={remedy}
        actions={
          // What failed was made on the server: `reset` without asking it again would show the same.
          <Button variant="primary" onClick={() => window.location.reload()}>
            {retry}
          </Button>
        }
        reference={{ value: error.digest ?? '–', ...reference }}
      />
    </main>
  )
}

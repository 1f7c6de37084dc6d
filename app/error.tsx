'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

// The message catalogue cannot be asked here: a page that failed may have failed at exactly that.
const words = {
  en: {
    title: 'Something went wrong',
    text: 'The page could not be shown. Nothing you had saved is lost. Try again; if it stays like this, tell whoever looks after the portal and give them this number:',
    retry: 'Try again',
  },
  ru: {
    title: 'Что-то пошло не так',
    text: 'Не удалось показать страницу. Сохраненные данные не потеряны. Попробуйте еще раз; если ошибка повторится, сообщите администратору портала этот номер:',
    retry: 'Попробовать еще раз',
  },
}

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [language, setLanguage] = useState<'en' | 'ru'>('en')
  useEffect(() => setLanguage(document.documentElement.lang === 'ru' ? 'ru' : 'en'), [])
  const { title, text, retry } = words[language]
  return (
    <main className="mx-auto max-w-160 px-4 py-12">
      <Card padding="wide" as="div" className="grid gap-3">
        <h1>{title}</h1>
        <p>{text}</p>
        <p className="font-mono text-code">{error.digest ?? '–'}</p>
        <div>
          <Button variant="primary" onClick={reset}>
            {retry}
          </Button>
        </div>
      </Card>
    </main>
  )
}

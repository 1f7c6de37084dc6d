import { getTranslations } from 'next-intl/server'

/** The words around recovery codes, for the client component that shows them. */
export async function recoveryCodeTexts(account: string) {
  const t = await getTranslations('security.codes')
  const words = ['title', 'text', 'copy', 'copied', 'copyRefused', 'download', 'print', 'kept', 'file'] as const
  const plain = Object.fromEntries(words.map((word) => [word, t(word)])) as Record<(typeof words)[number], string>
  return { ...plain, fileHead: t('fileHead', { account }) }
}

import { useTranslations } from 'next-intl'
import { FileControl, type FileControlProps } from './file-control'

/** For server components; inside client components use `FileControl` and hand it the words. */
export function FileInput(props: Omit<FileControlProps, 'choose' | 'nothing'>) {
  const t = useTranslations('ui')
  return <FileControl {...props} choose={t('chooseFile')} nothing={t('noFile')} />
}

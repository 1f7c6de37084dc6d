import { useTranslations } from 'next-intl'
import { CopyControl, type CopyControlProps } from './copy-control'

type CopyButtonProps = Omit<CopyControlProps, 'label' | 'copiedLabel' | 'refusedLabel'> & { label?: string }

/** For server components; inside client components use `CopyControl` and hand it the words. */
export function CopyButton({ label, ...rest }: CopyButtonProps) {
  const t = useTranslations('ui')
  return <CopyControl {...rest} label={label ?? t('copy')} copiedLabel={t('copied')} refusedLabel={t('copyRefused')} />
}

import { getTranslations } from 'next-intl/server'
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton'

export default async function PortalLoading() {
  const t = await getTranslations('ui')
  return (
    <div>
      <Skeleton className="mb-6 h-8 w-64" />
      <TableSkeleton label={t('loading')} />
    </div>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { Field } from '@/components/form/field'
import { FieldGroup } from '@/components/form/field-group'
import { Form } from '@/components/form/form'
import { RowTick, TickAll } from '@/components/form/row-tick'
import { SubmitButton } from '@/components/form/submit-button'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { StatusBadge } from '@/components/status-badge'
import { buttonClass } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import { listMissingResellers } from '@/lib/domain/incentives/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { setResellersOfRecordAction } from './actions'

const path = '/incentives/missing'
const ticks = 'subscriptionIds[]'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incentives'))('missing.title') }
}

type Missing = Awaited<ReturnType<typeof listMissingResellers>>

/** Spec feature 78: subscriptions nobody is credited for, mended many at a time. */
export default async function MissingResellersPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...given } = await pickParameters(searchParams, ['after', 'before', 'notice'])
  await requireActor()
  const [page, t, titles] = await Promise.all([
    read(listMissingResellers, given),
    getTranslations('incentives.missing'),
    getTranslations('incentives'),
  ])
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={t('hint')}
        breadcrumbs={[{ href: '/incentives', label: titles('title') }]}
        breadcrumbsLabel={titles('title')}
      />
      {page.rows.length === 0 ? (
        <Card padding="none">
          <EmptyState title={t('none')} description={t('noneHint')} />
        </Card>
      ) : (
        <Form action={setResellersOfRecordAction} referenceLabel={t('reference')}>
          <Choice resellers={page.resellers} />
          <FieldGroup legend={t('list')} name="subscriptionIds">
            <MissingTable page={page} />
          </FieldGroup>
        </Form>
      )}
    </>
  )
}

async function Choice({ resellers }: { resellers: Missing['resellers'] }) {
  const t = await getTranslations('incentives.missing')
  if (resellers.length === 0) {
    return (
      <Note tone="warning" action={<TextLink href="/indirect-resellers">{t('choose')}</TextLink>}>
        {t('noResellers')}
      </Note>
    )
  }
  return (
    <Card as="div">
      <div className="grid max-w-120 gap-4">
        <Field name="resellerId" label={t('choose')} hint={t('chooseHint')} required>
          <Select
            placeholder={t('choosePlaceholder')}
            options={resellers.map(({ id, name, mpnId }) => ({
              value: id,
              label: mpnId ? `${name} (${mpnId})` : name,
            }))}
          />
        </Field>
        <ButtonRow>
          <SubmitButton>{t('submit')}</SubmitButton>
          <TickAll name={ticks} label={t('selectAll')} className={buttonClass({})} />
        </ButtonRow>
      </div>
    </Card>
  )
}

async function MissingTable({ page }: { page: Missing }) {
  const [t, titles, terms] = await Promise.all([
    getTranslations('incentives.missing'),
    getTranslations('incentives'),
    getTranslations('terms'),
  ])
  return (
    <DataTable
      caption={t('title')}
      rows={page.rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      columns={[
        {
          key: 'subscription',
          header: titles('subscription'),
          cell: (row) => <RowTick name={ticks} value={row.id} label={row.title} hint={row.customerName} />,
        },
        {
          key: 'problem',
          header: t('problem'),
          cell: (row) => <StatusBadge status="missing" label={t(`reason.${row.reason}`)} />,
        },
        { key: 'current', header: t('current'), cell: (row) => row.reseller?.name ?? t('noReseller') },
        { key: 'family', header: titles('family'), cell: (row) => terms(`family.${row.family}`), hideOnPhone: true },
        { key: 'licenses', header: t('licenses'), align: 'end', cell: (row) => row.quantity },
      ]}
      footer={
        <Pagination
          shown={page.rows.length}
          previousHref={page.previous && hrefWith(path, {}, { before: page.previous })}
          nextHref={page.next && hrefWith(path, {}, { after: page.next })}
        />
      }
    />
  )
}

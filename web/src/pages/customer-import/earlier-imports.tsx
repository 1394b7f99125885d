import { Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { customerImportsQuery } from '../../client/customer-file-queries.ts'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { Instant } from '../../parts/instant.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { ImportStateMark } from './import-state-mark.tsx'
import { useCountWords } from './use-count-words.ts'

/** The files that came in earlier and where each of them stands: opened, it goes on where it was left. */
export function EarlierImports() {
  const { t } = useTranslation()
  const columns = useColumns()
  const navigate = useNavigate()
  const list = useInfiniteQuery(customerImportsQuery())
  const rows = list.data?.pages.flatMap((page) => page.items)
  if (rows?.length === 0) return null
  return (
    <section className="below">
      <Title order={2} mb="xs">
        {t('customerImport.earlier')}
      </Title>
      {list.isPending && <ListSkeleton />}
      {list.isError && !rows && <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />}
      {rows && (
        <RecordTable
          label={t('customerImport.earlier')}
          columns={columns}
          rows={rows}
          card={(row) => <ImportCard row={row} />}
          onOpen={({ id }) =>
            void navigate({ to: '/customers/import/$importId', params: { importId: id }, search: {} })
          }
          more={
            list.hasNextPage
              ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
              : undefined
          }
        />
      )}
    </section>
  )
}

function useColumns(): Column<CustomerImport>[] {
  const { t } = useTranslation()
  return [
    { id: 'file', header: t('customerImport.file'), cell: (row) => <FileLink row={row} /> },
    { id: 'state', header: t('longRun.stateHeader'), cell: (row) => <ImportStateMark state={row.state} /> },
    { id: 'counts', isWide: true, header: t('longRun.result'), cell: (row) => <Counts row={row} /> },
    { id: 'by', isExtra: true, header: t('customerImport.uploader'), cell: (row) => row.uploadedByName },
    {
      id: 'at',
      header: t('customerImport.uploaded'),
      cell: (row) => (
        <span className="quiet">
          <Instant at={row.uploadedAt} />
        </span>
      ),
    },
  ]
}

function FileLink({ row: { id, fileName } }: { row: CustomerImport }) {
  return (
    <Link
      to="/customers/import/$importId"
      params={{ importId: id }}
      search={{}}
      className="row-link clip customer"
    >
      {fileName}
    </Link>
  )
}

function Counts({ row }: { row: CustomerImport }) {
  return <span className="quiet wrap">{useCountWords()(row)}</span>
}

function ImportCard({ row }: { row: CustomerImport }) {
  return (
    <>
      <FileLink row={row} />
      <div className="card-line">
        <ImportStateMark state={row.state} />
        <span className="quiet">
          <Instant at={row.uploadedAt} />
        </span>
      </div>
      <Counts row={row} />
    </>
  )
}

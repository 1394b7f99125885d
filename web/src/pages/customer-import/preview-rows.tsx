import { Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowRight,
  IconCircleCheck,
  IconTrash,
} from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../client/customer-contract.ts'
import { importRowsQuery } from '../../client/customer-file-queries.ts'
import type { CustomerImport, ImportRow, RowOutcome } from '../../client/customer-files-contract.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { customerFields } from '../../parts/customer-form/customer-form.ts'
import { useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { Mark } from '../../parts/mark.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useTargetWords } from './use-target-words.ts'

type PreviewRowsProps = { customerImport: CustomerImport; outcome: RowOutcome; count: number }
type Row = ImportRow & { id: string }

/** The rows of one outcome: what each changes, or why it does not come in. */
export function PreviewRows({ customerImport, outcome, count }: PreviewRowsProps) {
  const { t } = useTranslation()
  const columns = useColumns(outcome, isOver(customerImport))
  const version = `${customerImport.run?.id ?? ''}:${customerImport.state}`
  const list = useInfiniteQuery(importRowsQuery({ id: customerImport.id, outcome, version }))
  const rows = list.data?.pages.flatMap((page) => page.items)
  if (list.isPending) return <ListSkeleton />
  if (!rows) return <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />
  if (count === 0) return <Empty icon={IconCircleCheck} title={t(`customerImport.none.${outcome}`)} />
  return (
    <>
      <RecordTable
        label={t(`customerImport.outcome.${outcome}`)}
        columns={columns}
        rows={rows.map((row) => ({ ...row, id: String(row.line) }))}
        isStale={list.isPlaceholderData}
        card={(row) => <RowCard row={row} outcome={outcome} />}
        more={
          list.hasNextPage
            ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
      />
      {!list.hasNextPage && rows.length < count && <NotAllKept shown={rows.length} />}
    </>
  )
}

/** Of very large files only the first rows of each outcome are kept to look at; all of them are counted. */
function NotAllKept({ shown }: { shown: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <Text size="sm" c="dimmed" py="md" ta="center">
      {t('customerImport.firstRows', { count: shown, rows: formats.count(shown) })}
    </Text>
  )
}

/** Is it told in hindsight? */
function isOver({ state }: CustomerImport): boolean {
  return state === 'imported' || state === 'undone'
}

function useColumns(outcome: RowOutcome, isOver: boolean): Column<Row>[] {
  const { t } = useTranslation()
  const what = outcome === 'create' ? t('customerImport.facts') : t('customerImport.changes')
  return [
    {
      id: 'line',
      align: 'right',
      header: t('customerImport.line'),
      cell: (row) => <span className="quiet figures">{row.line}</span>,
    },
    { id: 'name', header: t('customerImport.customer'), cell: (row) => <Name row={row} /> },
    outcome === 'refuse'
      ? {
          id: 'why',
          isWide: true,
          header: t('customerImport.reason'),
          cell: (row) => <Refusal row={row} />,
        }
      : {
          id: 'what',
          isWide: true,
          header: isOver ? t('customerImport.happened') : what,
          cell: (row) => (
            <span className="row-story">
              <Changes row={row} outcome={outcome} />
              <UndoneMark row={row} />
            </span>
          ),
        },
  ]
}

const undoneLooks = {
  deleted: { icon: IconTrash, tone: 'quiet' },
  restored: { icon: IconArrowBackUp, tone: 'quiet' },
  kept: { icon: IconAlertTriangle, tone: 'warn' },
} as const

/** What the undo did with the row; what it left has its reason. */
function UndoneMark({ row: { undone, undoneReason } }: { row: ImportRow }) {
  const { t } = useTranslation()
  if (!undone) return null
  const look = undoneLooks[undone]
  return (
    <Mark icon={look.icon} tone={look.tone}>
      <span className="wrap">{undoneReason ?? t(`customerImport.undone.${undone}`)}</span>
    </Mark>
  )
}

function Name({ row: { name, customerId } }: { row: ImportRow }) {
  const { t } = useTranslation()
  const shown = name || t('customerImport.nameless')
  if (!customerId) return <span className="strong clip customer">{shown}</span>
  return (
    <Link to="/customers/$customerId" params={{ customerId }} className="row-link clip customer">
      {shown}
    </Link>
  )
}

/** Each fact with what it was and what it becomes; of a new customer only what it becomes. */
function Changes({ row: { changes, notes }, outcome }: { row: ImportRow; outcome: RowOutcome }) {
  const { t } = useTranslation()
  const words = useTargetWords()
  const text = useValueText()
  if (changes.length === 0 && notes.length === 0)
    return (
      <span className="quiet">
        {outcome === 'create' ? t('customerImport.added') : t('customerImport.asItIs')}
      </span>
    )
  return (
    <>
      <dl className={outcome === 'create' ? 'changes plain' : 'changes'}>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{words(field)}</dt>
            <dd>
              {outcome !== 'create' && (
                <>
                  <Value text={text(field, before)} isOld />
                  <IconArrowRight
                    size={13}
                    className="change-arrow"
                    aria-label={t('customerImport.becomes')}
                  />
                </>
              )}
              <Value text={text(field, after)} />
            </dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <Mark key={note} icon={IconAlertTriangle} tone="warn">
          <span className="wrap">{note}</span>
        </Mark>
      ))}
    </>
  )
}

/** Languages and countries by name, as everywhere else. */
function useValueText(): (field: string, value: FieldValue) => string {
  const words = useFactWords()
  return (field, value) => {
    const known = customerFields.find((candidate) => candidate === field)
    return known ? words.value(known, value) : [value].flat().join('; ')
  }
}

function Value({ text, isOld = false }: { text: string; isOld?: boolean }) {
  const { t } = useTranslation()
  if (!text) return <span className="quiet">{t('customerImport.empty')}</span>
  return isOld ? <del className="quiet">{text}</del> : <ins>{text}</ins>
}

/** Why, and in which column; the code is there to copy. */
function Refusal({ row: { refusal } }: { row: ImportRow }) {
  const { t } = useTranslation()
  if (!refusal) return null
  return (
    <div className="why">
      <span className="with-icon">
        <span className="strong">{refusal.title}</span>
        {refusal.column && (
          <span className="quiet">{t('customerImport.inColumn', { column: refusal.column })}</span>
        )}
        <CopyButton value={refusal.code} label={t('common.copyCode', { code: refusal.code })} />
      </span>
      <p className="why-words quiet">{refusal.explanation}</p>
    </div>
  )
}

function RowCard({ row, outcome }: { row: ImportRow; outcome: RowOutcome }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="card-line">
        <div className="card-subject">
          <Name row={row} />
        </div>
        <span className="quiet figures">{t('customerImport.lineNumber', { line: row.line })}</span>
      </div>
      {outcome === 'refuse' ? <Refusal row={row} /> : <Changes row={row} outcome={outcome} />}
      <UndoneMark row={row} />
    </>
  )
}

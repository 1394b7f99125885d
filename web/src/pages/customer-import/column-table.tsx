import { NativeSelect, Text } from '@mantine/core'
import { IconBulb, IconHandFinger, IconHistory, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FileColumn, ImportChanges } from '../../client/customer-files-contract.ts'
import { Card } from '../../parts/facts.tsx'
import { Mark } from '../../parts/mark.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useTargetOptions } from './use-target-words.ts'

type ColumnTableProps = {
  columns: FileColumn[]
  isPending: boolean
  onChange: (changes: ImportChanges) => void
}

type Row = FileColumn & { id: string }

/** Each column of the file, what stands in it, and what it is taken for. */
export function ColumnTable({ columns, isPending, onChange }: ColumnTableProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const used = columns.filter(({ target }) => target !== null).length
  const choose = (column: FileColumn, target: string | null) =>
    onChange({ targets: targetsWith(columns, column, target) })
  return (
    <Card title={t('customerImport.columnsTitle')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('customerImport.columnsText', {
          count: columns.length,
          columns: formats.count(columns.length),
          used: formats.count(used),
        })}
      </Text>
      <RecordTable
        label={t('customerImport.columnsTitle')}
        columns={useColumns(choose)}
        rows={columns.map((column) => ({ ...column, id: String(column.index) }))}
        isStale={isPending}
        card={(column) => <ColumnCard column={column} onChoose={choose} />}
      />
    </Card>
  )
}

/** A fact comes from one column: the column that had it before is left out. */
function targetsWith(columns: FileColumn[], chosen: FileColumn, target: string | null) {
  const before = columns.find(
    (column) => target !== null && column.target === target && column.index !== chosen.index,
  )
  return { ...(before && { [String(before.index)]: null }), [String(chosen.index)]: target }
}

type Choose = (column: FileColumn, target: string | null) => void

function useColumns(onChoose: Choose): Column<Row>[] {
  const { t } = useTranslation()
  return [
    { id: 'header', header: t('customerImport.column'), cell: (column) => <Header column={column} /> },
    {
      id: 'samples',
      isWide: true,
      header: t('customerImport.samples'),
      cell: (column) => <Samples column={column} />,
    },
    {
      id: 'target',
      header: t('customerImport.becomesHeader'),
      cell: (column) => <TargetSelect column={column} onChoose={onChoose} />,
    },
    {
      id: 'guess',
      isExtra: true,
      header: t('customerImport.why'),
      cell: (column) => <Guess column={column} />,
    },
  ]
}

function Header({ column: { header, index } }: { column: FileColumn }) {
  const { t } = useTranslation()
  return (
    <span className="strong clip customer">
      {header || t('customerImport.columnNumber', { number: index + 1 })}
    </span>
  )
}

function Samples({ column: { samples } }: { column: FileColumn }) {
  const { t } = useTranslation()
  const shown = samples.filter((sample) => sample.trim() !== '')
  if (shown.length === 0) return <span className="quiet">{t('customerImport.columnEmpty')}</span>
  return <span className="quiet clip stretch">{shown.join(' · ')}</span>
}

function TargetSelect({ column, onChoose }: { column: FileColumn; onChoose: Choose }) {
  const { t } = useTranslation()
  const options = useTargetOptions()
  const name = column.header || t('customerImport.columnNumber', { number: column.index + 1 })
  return (
    <NativeSelect
      size="xs"
      className="target-select"
      aria-label={t('customerImport.becomesNamed', { column: name })}
      value={column.target ?? ''}
      data={options}
      onChange={({ currentTarget }) => onChoose(column, currentTarget.value || null)}
    />
  )
}

const guesses = {
  name: { icon: IconBulb, tone: 'good', text: 'customerImport.guessedByName' },
  content: { icon: IconBulb, tone: 'warn', text: 'customerImport.guessedByContent' },
  remembered: { icon: IconHistory, tone: 'good', text: 'customerImport.guessedRemembered' },
  hand: { icon: IconHandFinger, tone: 'busy', text: 'customerImport.chosen' },
  none: { icon: IconMinus, tone: 'quiet', text: 'customerImport.notUsed' },
} as const

/** How the choice came about: a guess by content deserves a second look. */
function Guess({ column: { target, guessedBy } }: { column: FileColumn }) {
  const { t } = useTranslation()
  const guess = guesses[target === null ? 'none' : (guessedBy ?? 'hand')]
  return (
    <Mark icon={guess.icon} tone={guess.tone}>
      {t(guess.text)}
    </Mark>
  )
}

function ColumnCard({ column, onChoose }: { column: FileColumn; onChoose: Choose }) {
  return (
    <>
      <div className="card-line">
        <Header column={column} />
        <Guess column={column} />
      </div>
      <div className="card-subject">
        <Samples column={column} />
      </div>
      <TargetSelect column={column} onChoose={onChoose} />
    </>
  )
}

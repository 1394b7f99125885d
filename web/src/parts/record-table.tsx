import { Button, Group, Table, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type RowSelection, SelectPage, SelectRow } from './row-selection.tsx'

export type Column<Row, Sort extends string = never> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'right'
  /** Takes the room that is left; the others are as wide as what they hold. */
  isWide?: boolean
  /** Left out where the table has little room. */
  isExtra?: boolean
  /** The list can be sorted by it under this name. */
  sort?: Sort
  /** How the first press sorts; the newest or largest on top when it does not say. */
  firstOrder?: 'asc'
}

export type Sorting<Sort extends string> = {
  by: Sort
  order: 'asc' | 'desc'
  onSort: (by: Sort, order: 'asc' | 'desc') => void
}

type RecordTableProps<Row extends { id: string }, Sort extends string> = {
  label: string
  columns: Column<Row, Sort>[]
  rows: Row[]
  /** The same row on a phone. */
  card: (row: Row) => ReactNode
  sorting?: Sorting<Sort>
  onOpen?: (row: Row) => void
  selection?: RowSelection<Row>
  isStale?: boolean
  more?: { isLoading: boolean; onMore: () => void } | undefined
}

/**
 * A list of things: a table, and cards on a phone. Rows move with the arrow keys or j and k; a click on a row does
 * what its link does.
 */
export function RecordTable<Row extends { id: string }, Sort extends string = never>(
  props: RecordTableProps<Row, Sort>,
) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  return (
    <div className={props.isStale ? 'records stale' : 'records'} aria-busy={props.isStale ?? false}>
      {isNarrow ? <Cards {...props} /> : <Rows {...props} />}
      {props.more && (
        <Group justify="center" py="md">
          <Button variant="default" size="xs" loading={props.more.isLoading} onClick={props.more.onMore}>
            {t('common.more')}
          </Button>
        </Group>
      )}
    </div>
  )
}

function Cards<Row extends { id: string }, Sort extends string>({
  label,
  rows,
  card,
  onOpen,
  selection,
}: RecordTableProps<Row, Sort>) {
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside the card is the keyboard's way; the click is a larger target for it
        <li
          key={row.id}
          className={onOpen ? 'card openable' : 'card'}
          onClick={(event) => openRow(event, row, onOpen)}
        >
          {selection ? (
            <div className="card-with-tick">
              <SelectRow row={row} selection={selection} />
              <div className="card-body">{card(row)}</div>
            </div>
          ) : (
            card(row)
          )}
        </li>
      ))}
    </ul>
  )
}

function Rows<Row extends { id: string }, Sort extends string>(props: RecordTableProps<Row, Sort>) {
  const { label, columns, rows, onOpen, sorting, selection } = props
  return (
    <Table className="rows" aria-label={label} onKeyDown={moveBetweenRows}>
      <Table.Thead>
        <Table.Tr>
          {selection && (
            <Table.Th className="tick" scope="col">
              <SelectPage rows={rows} selection={selection} />
            </Table.Th>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sorting={sorting} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr
            key={row.id}
            className={onOpen ? 'openable' : undefined}
            data-selected={selection?.has(row) || undefined}
            onClick={(event) => openRow(event, row, onOpen)}
          >
            {selection && (
              <Table.Td className="tick">
                <SelectRow row={row} selection={selection} />
              </Table.Td>
            )}
            {columns.map((column) => (
              <Table.Td key={column.id} className={classOf(column)}>
                {column.cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type HeaderCellProps<Row, Sort extends string> = {
  column: Column<Row, Sort>
  sorting: Sorting<Sort> | undefined
}

function HeaderCell<Row, Sort extends string>({ column, sorting }: HeaderCellProps<Row, Sort>) {
  const { t } = useTranslation()
  const { sort } = column
  if (!sorting || !sort) {
    return (
      <Table.Th className={classOf(column)} scope="col">
        {column.header}
      </Table.Th>
    )
  }
  const isSorted = sorting.by === sort
  const Arrow = !isSorted ? IconSelector : sorting.order === 'asc' ? IconArrowUp : IconArrowDown
  const ariaSort = !isSorted ? 'none' : sorting.order === 'asc' ? 'ascending' : 'descending'
  const opposite = sorting.order === 'desc' ? 'asc' : 'desc'
  const nextOrder = isSorted ? opposite : (column.firstOrder ?? 'desc')
  return (
    <Table.Th className={classOf(column)} scope="col" aria-sort={ariaSort}>
      <UnstyledButton
        className={isSorted ? 'sort sorted' : 'sort'}
        title={t('invoices.sortBy', { column: column.header })}
        onClick={() => sorting.onSort(sort, nextOrder)}
      >
        {column.header}
        <Arrow className="sort-arrow" size={13} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  )
}

type Looks = Pick<Column<unknown>, 'align' | 'isExtra' | 'isWide'>

function classOf({ align, isExtra, isWide }: Looks): string | undefined {
  return [align, isExtra && 'extra', isWide && 'wide'].filter(Boolean).join(' ') || undefined
}

/** A click on a link, a button or selected text keeps its own meaning. */
function openRow<Row>(event: React.MouseEvent, row: Row, onOpen: ((row: Row) => void) | undefined) {
  const target = event.target as HTMLElement
  if (!onOpen || target.closest('a, button, input, label') || window.getSelection()?.toString()) return
  onOpen(row)
}

const moves: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Moves the focus to the link of the next or previous row; `x` ticks the row. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'x') tickRow(event)
  const move = moves[event.key]
  if (!move) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody tr a.row-link')]
  const row = (event.target as HTMLElement).closest('tr')
  const here = links.findIndex((link) => link.closest('tr') === row)
  const next = links[here + move]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function tickRow(event: KeyboardEvent<HTMLTableElement>) {
  const row = (event.target as HTMLElement).closest('tbody tr')
  row?.querySelector<HTMLInputElement>('.select-row input')?.click()
}

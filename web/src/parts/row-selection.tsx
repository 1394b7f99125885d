import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Which rows of a list are chosen, for what is done with many at once. */
export type RowSelection<Row extends { id: string }> = {
  has: (row: Row) => boolean
  nameOf: (row: Row) => string
  onToggle: (row: Row, isOn: boolean) => void
  onTogglePage: (isOn: boolean) => void
}

type SelectRowProps<Row extends { id: string }> = { row: Row; selection: RowSelection<Row> }

/** The tick of one row; `x` on the focused row presses it. */
export function SelectRow<Row extends { id: string }>({ row, selection }: SelectRowProps<Row>) {
  const { t } = useTranslation()
  return (
    <Checkbox
      size="xs"
      className="select-row"
      aria-label={t('customerSelection.select', { name: selection.nameOf(row) })}
      checked={selection.has(row)}
      onChange={(event) => selection.onToggle(row, event.currentTarget.checked)}
    />
  )
}

type SelectPageProps<Row extends { id: string }> = { rows: Row[]; selection: RowSelection<Row> }

/** The tick of all rows that are shown. */
export function SelectPage<Row extends { id: string }>({ rows, selection }: SelectPageProps<Row>) {
  const { t } = useTranslation()
  const chosen = rows.filter((row) => selection.has(row)).length
  return (
    <Checkbox
      size="xs"
      aria-label={t('customerSelection.selectPage')}
      checked={chosen > 0 && chosen === rows.length}
      indeterminate={chosen > 0 && chosen < rows.length}
      onChange={(event) => selection.onTogglePage(event.currentTarget.checked)}
    />
  )
}

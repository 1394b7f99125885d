/** Every column that the list can have, in the order in which they are offered. The number is always there. */
export const columnIds = [
  'number',
  'document',
  'customer',
  'state',
  'invitation',
  'due',
  'date',
  'profile',
  'department',
  'imported',
  'total',
  'open',
] as const

export type ColumnId = (typeof columnIds)[number]

export const usualColumns: readonly ColumnId[] = columnIds.filter(
  (id) => id !== 'department' && id !== 'imported',
)

/** A stored choice of columns: unknown names are left out, the number stays, nothing chosen means the usual ones. */
export function readColumns(stored: readonly string[] | undefined): ColumnId[] {
  const known = (stored ?? []).flatMap((id) => columnIds.find((known) => known === id) ?? [])
  const chosen = [...new Set(known)]
  if (chosen.length === 0) return [...usualColumns]
  return chosen.includes('number') ? chosen : ['number', ...chosen]
}

/** Shows or hides a column; one that appears comes where it is offered, behind its nearest neighbour. */
export function toggled(shown: readonly ColumnId[], id: ColumnId): ColumnId[] {
  if (shown.includes(id)) return id === 'number' ? [...shown] : shown.filter((other) => other !== id)
  const before = columnIds.slice(0, columnIds.indexOf(id)).findLast((other) => shown.includes(other))
  return shown.toSpliced(before ? shown.indexOf(before) + 1 : 0, 0, id)
}

/** Moves a column one place; at the end it stays. */
export function moved(shown: readonly ColumnId[], id: ColumnId, by: 1 | -1): ColumnId[] {
  const from = shown.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= shown.length) return [...shown]
  return shown.toSpliced(from, 1).toSpliced(to, 0, id)
}

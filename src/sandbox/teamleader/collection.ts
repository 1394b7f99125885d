/** Records of one kind by id, with sorted views and filtered results that survive until something changes. */
export type Collection<T extends { id: string }> = {
  get(id: string): T | undefined
  add(record: T): T
  remove(id: string): void
  /** Must be called after a record was changed in place. */
  touch(): void
  all(): Iterable<T>
  size(): number
  sorted(name: string, compare: (a: T, b: T) => number): readonly T[]
  /** The answer of `make` is kept under `key` until the next change. */
  remembered(key: string, make: () => readonly T[]): readonly T[]
}

type View<T> = { rows: T[]; version: number; seen: number }

const MAX_REMEMBERED = 32

/**
 * A view is re-sorted in place after a change: the sort of a nearly sorted list costs one pass, so that a
 * hundred thousand records stay answerable in a few milliseconds while they are being changed.
 */
export function createCollection<T extends { id: string }>(): Collection<T> {
  const records = new Map<string, T>()
  const added: T[] = []
  const views = new Map<string, View<T>>()
  const results = new Map<string, readonly T[]>()
  let version = 0
  function touch(): void {
    version += 1
    results.clear()
  }
  function sorted(name: string, compare: (a: T, b: T) => number): readonly T[] {
    const view = views.get(name) ?? { rows: [], version: -1, seen: 0 }
    if (view.version === version) return view.rows
    for (; view.seen < added.length; view.seen += 1) view.rows.push(added[view.seen] as T)
    view.rows = view.rows.filter((row) => records.get(row.id) === row).sort(compare)
    view.version = version
    views.set(name, view)
    return view.rows
  }
  function remembered(key: string, make: () => readonly T[]): readonly T[] {
    const known = results.get(key)
    if (known) return known
    if (results.size >= MAX_REMEMBERED) results.clear()
    const rows = make()
    results.set(key, rows)
    return rows
  }
  return {
    get: (id) => records.get(id),
    add(record) {
      records.set(record.id, record)
      added.push(record)
      touch()
      return record
    },
    remove(id) {
      if (records.delete(id)) touch()
    },
    touch,
    all: () => records.values(),
    size: () => records.size,
    sorted,
    remembered,
  }
}

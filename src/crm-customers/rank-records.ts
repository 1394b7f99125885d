/** What a search looks at in a record. */
export type Ranked = { name: string; email: string | null; vatNumber: string | null }

/**
 * The records in the order in which a person expects them: the name begins with what was typed, a word of it does, it is
 * somewhere in it, then e-mail and VAT number, then whatever else the CRM had in mind; by name among equals. Case,
 * accents, and the dots and spaces of a VAT number make no difference.
 */
export function rankRecords<T extends Ranked>(records: readonly T[], term: string): T[] {
  const wanted = folded(term)
  const ranked = records.map((record) => ({
    record,
    rank: rankOf(record, wanted),
    name: folded(record.name),
  }))
  ranked.sort((one, other) => one.rank - other.rank || order.compare(one.name, other.name))
  return ranked.map(({ record }) => record)
}

const order = new Intl.Collator('en', { numeric: true })

function rankOf({ name, email, vatNumber }: Ranked, wanted: string): number {
  const text = folded(name)
  if (text === wanted) return 0
  if (text.startsWith(wanted)) return 1
  if (text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 2
  if (text.includes(wanted)) return 3
  if (folded(email ?? '').includes(wanted)) return 4
  return compactVatNumber(vatNumber ?? '').includes(compactVatNumber(wanted)) ? 5 : 6
}

/** As it is compared: small letters without accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/** A VAT number as Teamleader keeps it: capitals and digits only. */
export function compactVatNumber(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}

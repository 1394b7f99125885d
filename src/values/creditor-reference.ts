/**
 * A creditor reference (ISO 11649, `RF18 5390 0754 7034`) without blanks: "RF", two check digits by modulo 97, and up to 21
 * letters and digits. Undefined for anything else.
 */
export function readCreditorReference(text: string): string | undefined {
  const reference = text.replace(/\s/g, '').toUpperCase()
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return undefined
  const moved = reference.slice(4) + reference.slice(0, 4)
  const remainder = Array.from(moved).reduce(
    (rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97,
    0,
  )
  return remainder === 1 ? reference : undefined
}

/** In groups of four, as people read it. */
export function formatCreditorReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ')
}

/**
 * The cents of an amount as a person types it: "1.234,50", "1,234.50", "1234.5", "12". The last mark is that of the
 * decimals when no more digits follow it than the currency has. Undefined when it is no amount above zero.
 */
export function readAmount(text: string, currency: string): number | undefined {
  const decimals = decimalsOf(currency)
  const plain = text.replace(/[\s\u00a0\u202f]/g, '')
  const [, whole = '', mark = '', fraction = ''] =
    new RegExp(`^(\\d[\\d.,]*?)(?:([.,])(\\d{0,${decimals}}))?$`).exec(plain) ?? []
  if (whole === '' || !/^\d+$|^\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined
  // One mark cannot stand for both: "12,345,6" is a slip.
  if (mark !== '' && whole.includes(mark)) return undefined
  const cents = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(decimals, '0'))
  return cents > 0 && Number.isSafeInteger(cents) ? cents : undefined
}

/** An amount to be changed in a field: only digits and the mark of the language. */
export function writeAmount(amountCents: number, currency: string, mark: ',' | '.'): string {
  const decimals = decimalsOf(currency)
  const digits = String(amountCents).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}${mark}${digits.slice(-decimals)}`
}

function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}

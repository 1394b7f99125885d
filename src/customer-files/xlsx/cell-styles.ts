import { readSmallXml } from './read-xml.ts'

/** How the number in a cell is meant: as a day, with zeros in front (a postal code), or as it is. */
export type NumberStyle = { kind: 'date' } | { kind: 'zeros'; digits: number } | { kind: 'plain' }

const plain: NumberStyle = { kind: 'plain' }

/** The style of each cell format, in the order in which cells name them (ECMA-376, 18.8.30 for the built-in numbers). */
export async function readCellStyles(bytes: AsyncIterable<Uint8Array>): Promise<NumberStyle[]> {
  const codes = new Map<string, string>()
  const formats: string[] = []
  let isInCells = false
  await readSmallXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) formats.push(attributes.numFmtId ?? '0')
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return formats.map((id) => styleOf(Number(id), codes.get(id)))
}

function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : plain
  if (/^0+$/.test(code)) return { kind: 'zeros', digits: code.length }
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[ymdhs]/i.test(signs) && !/[#?]/.test(signs) ? { kind: 'date' } : plain
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

const dayMs = 86_400_000

/**
 * The text of a number as a person sees it in the sheet: no exponent in a phone number, the zeros in front of a postal
 * code, a day as `YYYY-MM-DD`.
 */
export function numberText(raw: string, style: NumberStyle | undefined, is1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (style?.kind === 'date') return dateText(value, is1904) ?? raw
  const text = Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
  return style?.kind === 'zeros' ? text.padStart(style.digits, '0') : text
}

/** Day 1 is 1 January 1900; the sheet believes that 1900 was a leap year, hence 30 December. */
function dateText(value: number, is1904: boolean): string | undefined {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round((value + (is1904 ? 1_462 : 0)) * 86_400) * 1_000)
  if (value < 0 || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9_999) return undefined
  const iso = at.toISOString()
  return at.getTime() % dayMs === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}

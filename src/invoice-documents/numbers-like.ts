/** Whether two spellings name the same invoice: `2026 / 118` is `2026/118`. */
export function isSameNumber(one: string, other: string): boolean {
  return compact(one) === compact(other)
}

/** How many different numbers of a page are worth asking about. */
const mostNumbers = 50

/**
 * The numbers on a page that have the form of the given one, spelt as that one is. None when the page shows the given
 * number itself, nor for a number without parts (`118`), whose form every amount and postal code has.
 */
export function numbersLike(page: { text: string; number: string }): string[] {
  const text = compact(page.text)
  const number = compact(page.number)
  const parts = number.split(/\d+/)
  if (parts.length < 3 || parts.slice(1, -1).includes('') || text.includes(number)) return []
  const form = new RegExp(`(?<![\\d/.-])${parts.map(escaped).join('(\\d{1,9})')}(?![\\d/-])`, 'g')
  const found = [...text.matchAll(form)].slice(0, mostNumbers)
  return [...new Set(found.map(([, ...digits]) => spelt(page.number, digits)))]
}

/** A template filled in: the digits of the given number replaced one group after the other. */
function spelt(number: string, digits: readonly string[]): string {
  let group = 0
  return number.replace(/\d+/g, (own) => digits[group++] ?? own)
}

function compact(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

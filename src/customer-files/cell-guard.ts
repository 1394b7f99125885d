/**
 * A spreadsheet takes a cell that begins with one of these for a formula and runs it, so that a name in a CRM could do
 * things on the computer of whoever opens the file (OWASP, "CSV injection": = + - @, tab, line break and the full-width
 * forms). Phone numbers and negative amounts begin so too, and would lose their sign.
 *
 * A cell may also begin where a spreadsheet sees one: behind a separator, whichever one its country uses.
 *
 * The rule that both directions share: at the beginning of a cell (or of what a spreadsheet may take for one), where any
 * number of apostrophes and blanks come before such a character, writing adds one apostrophe and reading takes one away.
 * Whatever else begins with an apostrophe is left alone, both ways: so what was written comes back, whatever it was.
 */
const formula = String.raw`'*[^\S\t\r\n]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`
const toGuard = new RegExp(String.raw`(^|[,;\t\r\n])(?=${formula})|^(?='*[\t\r\n])`, 'g')
const guarded = new RegExp(String.raw`(^|[,;\t\r\n])'(?=${formula})|^'(?='*[\t\r\n])`, 'g')

/** Hardly any cell holds one; to look for that first makes writing a file three times as fast. */
const anyOfThem = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/

/** What a spreadsheet shows as text instead of running it. The opposite of `unguardCell`. */
export function guardCell(text: string): string {
  return anyOfThem.test(text) ? text.replace(toGuard, "$1'") : text
}

/** What stood there before `guardCell`; a text that was never guarded stays as it is, unless it looks guarded. */
export function unguardCell(text: string): string {
  return anyOfThem.test(text) ? text.replace(guarded, '$1') : text
}

/**
 * The twelve digits of a Belgian structured communication (`+++123/4567/89002+++`): ten digits and their remainder by 97,
 * where 97 stands for 0 (Febelfin, XML message for credit transfer initiation). Undefined for anything else.
 */
export function readStructuredCommunication(text: string): string | undefined {
  const match = /^([+*]{0,3})\s*(\d{3})[\s/]?(\d{4})[\s/]?(\d{5})\s*([+*]{0,3})$/.exec(text.trim())
  if (!match || match[1] !== match[5]) return undefined
  const digits = `${match[2]}${match[3]}${match[4]}`
  const check = Number(digits.slice(0, 10)) % 97 || 97
  return check === Number(digits.slice(10)) ? digits : undefined
}

/** Twelve digits as people know them: `+++123/4567/89002+++`. */
export function formatStructuredCommunication(digits: string): string {
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`
}

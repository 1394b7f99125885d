import type { Random } from './random.ts'

/** A Belgian enterprise number as a VAT number: the last two digits are 97 minus the remainder. */
export function belgianVatNumber(random: Random): string {
  const base = random.between(4_000_000, 7_999_999)
  return `BE0${base}${String(97 - (base % 97)).padStart(2, '0')}`
}

/** A Belgian IBAN whose both check digits are right. */
export function belgianIban(random: Random): string {
  const base = random.between(1_000_000_000, 9_999_999_999)
  const account = `${base}${String(base % 97 || 97).padStart(2, '0')}`
  const check = 98n - (BigInt(`${account}111400`) % 97n)
  return `BE${String(check).padStart(2, '0')}${account}`
}

/** A name as the part of a host: letters and digits only. */
export function hostOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\w ]/g, '')
    .trim()
    .toLowerCase()
  return `${plain.split(/\s+/).slice(0, 3).join('-')}.example`
}

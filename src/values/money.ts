import { InvalidInputError } from '../errors.ts'

/** An amount in the smallest unit of its currency (EUR cents, JPY yen): a safe integer, never a fraction. */
export type Money = { amountCents: number; currency: string }

/** ISO 4217 exponents that differ from 2. */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return exponents[currency] ?? 2
}

/**
 * Reads money from decimal text ("121.50"), never through floating point arithmetic. More digits than the
 * currency has are refused unless they are zeros, and so is what does not fit a safe integer.
 * Throws InvalidInputError that quotes the text.
 */
export function moneyFromDecimal(text: string, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) throw new InvalidInputError(`"${currency}" is not a currency code`)
  const match = decimalPattern.exec(text)
  if (!match) throw new InvalidInputError(`"${text}" is not an amount`)
  const exponent = currencyExponent(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > exponent)
    throw new InvalidInputError(`"${text}" has more decimals than ${currency} has`)
  const amountCents = Number(`${match[1]}${match[2]}${fraction.padEnd(exponent, '0')}`)
  if (!Number.isSafeInteger(amountCents))
    throw new InvalidInputError(`"${text}" is too large to be an amount`)
  return { amountCents: amountCents === 0 ? 0 : amountCents, currency }
}

/** The decimal text of an amount, with the currency's own number of decimals: 12150 EUR is "121.50". */
export function moneyToDecimal(money: Money): string {
  const exponent = currencyExponent(money.currency)
  const digits = String(Math.abs(money.amountCents)).padStart(exponent + 1, '0')
  const sign = money.amountCents < 0 ? '-' : ''
  if (exponent === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/** Nothing to pay. */
export function isZero(money: Money): boolean {
  return money.amountCents === 0
}

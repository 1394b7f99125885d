import { useTranslation } from 'react-i18next'
import type { Invoice, Money } from '../../client/contract.ts'
import type { SaidOfStop, Stop } from '../../client/invoice-asking-calls.ts'
import { readAmount, writeAmount } from './read-amount.ts'

/** A promise as it is typed: the day, and how much of what is open. */
export type TypedPromise = { day: string; amount: string }

/** The promise that there is; else all that is open, on a day to be chosen. */
export function usePromiseOf(current: Stop | undefined, { open }: Pick<Invoice, 'open'>): TypedPromise {
  const mark = useTranslation().i18n.language === 'en' ? '.' : ','
  const cents = current?.promisedCents ?? open.amountCents
  return { day: current?.promisedFor ?? '', amount: writeAmount(cents, open.currency, mark) }
}

/** As the API takes it; undefined when the amount is none, or more than is open. All that is open is no part. */
export function promised({ day, amount }: TypedPromise, open: Money): SaidOfStop | undefined {
  const cents = readAmount(amount, open.currency)
  if (cents === undefined || cents > open.amountCents) return undefined
  return { promisedFor: day, promisedCents: cents === open.amountCents ? null : cents }
}

import type { Money } from '../client/contract.ts'
import { useFormats } from './use-formats.ts'

/** An amount in figures of equal width, so that columns line up. */
export function Amount({ money }: { money: Money }) {
  return <span className="figures">{useFormats().money(money)}</span>
}

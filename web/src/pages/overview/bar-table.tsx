import type { ReactNode } from 'react'
import type { Money } from '../../client/contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { useFormats } from '../../parts/use-formats.ts'

export type Bar = {
  id: string
  name: ReactNode
  count: number
  amount: Money
  tone?: 'late' | 'later' | 'latest'
}

type BarTableProps = { label: string; heads: { name: string; count: string; amount: string }; bars: Bar[] }

/** Amounts as bars, in a table: what the eye sees as lengths is read out as figures. */
export function BarTable({ label, heads, bars }: BarTableProps) {
  const formats = useFormats()
  const longest = Math.max(1, ...bars.map(({ amount }) => amount.amountCents))
  return (
    <table className="bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads.name}</th>
          <th scope="col" className="right">
            {heads.count}
          </th>
          <th scope="col" className="right">
            {heads.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ id, name, count, amount, tone }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className="bar-room" aria-hidden>
                <span
                  className={tone ? `bar bar-${tone}` : 'bar'}
                  style={{ width: `${(Math.max(0, amount.amountCents) / longest) * 100}%` }}
                />
              </span>
            </th>
            <td className="right figures quiet">{formats.count(count)}</td>
            <td className="right">
              <Amount money={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

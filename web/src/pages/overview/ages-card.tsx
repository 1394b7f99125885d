import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CurrencyOverview } from '../../client/task-calls.ts'
import { Card } from '../../parts/facts.tsx'
import type { InvoicesSearch } from '../../search.ts'
import { BarTable } from './bar-table.tsx'
import { dayFrom } from './day-from.ts'

type Age = CurrencyOverview['ages'][number]['age']

/** From how many to how many days past the due date. */
const days: Record<Exclude<Age, 'not_due'>, [number, number | undefined]> = {
  days_1_30: [1, 30],
  days_31_60: [31, 60],
  days_61_90: [61, 90],
  days_91: [91, undefined],
}
const tones = { days_1_30: 'late', days_31_60: 'later', days_61_90: 'later', days_91: 'latest' } as const

/** What is open by how late it is; each age leads to its invoices. */
export function AgesCard({ overview, today }: { overview: CurrencyOverview; today: string }) {
  const { t } = useTranslation()
  const { currency } = overview
  return (
    <Card title={t('overview.agesTitle')}>
      <BarTable
        label={t('overview.agesTitle')}
        heads={{ name: t('overview.age'), count: t('overview.count'), amount: t('overview.amount') }}
        bars={overview.ages.map(({ age, count, amountCents }) => ({
          id: age,
          name: (
            <Link to="/invoices" search={{ ...invoicesOf(age, today), currency }}>
              {t(`overview.ageIs.${age}`)}
            </Link>
          ),
          count,
          amount: { amountCents, currency },
          ...(age !== 'not_due' && { tone: tones[age] }),
        }))}
      />
    </Card>
  )
}

function invoicesOf(age: Age, today: string): InvoicesSearch {
  if (age === 'not_due') return { state: 'open', dateOf: 'dueDate', dateFrom: today }
  const [from, to] = days[age]
  return {
    state: 'overdue',
    dateOf: 'dueDate',
    ...(to !== undefined && { dateFrom: dayFrom(today, -to) }),
    dateTo: dayFrom(today, -from),
  }
}

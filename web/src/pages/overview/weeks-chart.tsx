import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { CurrencyOverview } from '../../client/task-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { mergeWeeks } from './merge-weeks.ts'

/**
 * What came in and what is expected, as one line of weeks (promise N5). A picture only: each figure stands in the tables
 * beside it, which is where a screen reader and the keyboard find them.
 */
export function WeeksChart({ overview }: { overview: CurrencyOverview }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { currency } = overview
  const weeks = mergeWeeks(overview)
  return (
    <Card title={t('overview.weeksTitle')}>
      <div role="img" aria-label={t('overview.weeksLabel')}>
        <BarChart
          h={220}
          data={weeks}
          dataKey="weekFrom"
          type="stacked"
          withLegend
          legendProps={{ verticalAlign: 'top', height: 34 }}
          gridAxis="x"
          tickLine="none"
          series={[
            { name: 'paidCents', label: t('overview.paidTitle'), color: 'var(--vorder-accent)' },
            { name: 'expectedCents', label: t('overview.expectedTitle'), color: 'var(--vorder-awaited)' },
          ]}
          xAxisProps={{
            tickFormatter: (week: string) => formats.shortDay(week),
            interval: 'preserveStartEnd',
          }}
          yAxisProps={{
            tickFormatter: (cents: number) => formats.roundMoney({ amountCents: cents, currency }),
            width: 72,
          }}
          valueFormatter={(cents) => formats.money({ amountCents: cents, currency })}
          tooltipProps={{
            // It is asked before anything is pointed at, too.
            labelFormatter: (week) =>
              typeof week === 'string' ? t('overview.weekOf', { day: formats.shortDay(week) }) : '',
          }}
          // The tables are for the keyboard: a stop inside a picture would say nothing.
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false, maxBarSize: 44 }}
        />
      </div>
    </Card>
  )
}

import { useTranslation } from 'react-i18next'
import type { CurrencyOverview } from '../../client/task-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { Card } from '../../parts/facts.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { BarTable } from './bar-table.tsx'
import { dayFrom } from './day-from.ts'

type WeeksCardProps = { overview: CurrencyOverview; which: 'expected' | 'paid' }

/** What is expected in the weeks ahead, or what came in lately. */
export function WeeksCard({ overview, which }: WeeksCardProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { currency, expectedLater } = overview
  return (
    <Card title={t(`overview.${which}Title`)}>
      <p className="plain quiet">{t(`overview.${which}Help`)}</p>
      <BarTable
        label={t(`overview.${which}Title`)}
        heads={{ name: t('overview.week'), count: t('overview.count'), amount: t('overview.amount') }}
        bars={overview[which].map(({ weekFrom, count, amountCents }) => ({
          id: weekFrom,
          name: t('overview.weekIs', {
            from: formats.shortDay(weekFrom),
            to: formats.shortDay(dayFrom(weekFrom, 6)),
          }),
          count,
          amount: { amountCents, currency },
        }))}
      />
      {which === 'expected' && expectedLater.count > 0 && (
        <p className="plain quiet bars-foot">
          {t('overview.later')} <Amount money={{ amountCents: expectedLater.amountCents, currency }} />
        </p>
      )}
    </Card>
  )
}

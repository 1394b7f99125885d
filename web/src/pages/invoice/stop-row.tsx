import { Button } from '@mantine/core'
import { IconCalendarDollar, IconMessageExclamation, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Stop, StopKind } from '../../client/invoice-asking-calls.ts'
import { Instant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { useFormats } from '../../parts/use-formats.ts'

export const stopLooks = {
  hold: { icon: IconPlayerPause, tone: 'warn' },
  dispute: { icon: IconMessageExclamation, tone: 'warn' },
  promise: { icon: IconCalendarDollar, tone: 'busy' },
} as const

type StopRowProps = {
  kind: StopKind
  stop: Stop | undefined
  currency: string
  canSet: boolean
  isBusy: boolean
  onSet: () => void
  onSay: () => void
  onEnd: (stop: Stop) => void
}

/** One of the three: what it would do, or who said it when and why; and the press that sets or ends it. */
export function StopRow({ kind, stop, canSet, isBusy, currency, ...acts }: StopRowProps) {
  const { t } = useTranslation()
  const words = `asking.stop.${kind}` as const
  if (!stop && !canSet) return null
  return (
    <li className="payment stop-row">
      <div className="stop-words">
        {stop ? <StopFacts stop={stop} currency={currency} /> : <strong>{t(`${words}.name`)}</strong>}
        <p className="plain quiet">{t(`${words}.does`)}</p>
      </div>
      <div className="stop-acts">
        <Button
          size="compact-sm"
          variant="default"
          loading={isBusy}
          onClick={() => (stop ? acts.onEnd(stop) : acts.onSet())}
        >
          {stop ? t(`${words}.end`) : t(`${words}.set`)}
        </Button>
        {stop && (
          <Button size="compact-xs" variant="subtle" onClick={acts.onSay}>
            {stop.reason ? t('asking.changeWhy') : t('asking.addWhy')}
          </Button>
        )}
      </div>
    </li>
  )
}

function StopFacts({ stop, currency }: { stop: Stop; currency: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { icon, tone } = stopLooks[stop.kind]
  const day = stop.promisedFor ? formats.day(stop.promisedFor) : ''
  return (
    <>
      <Mark icon={icon} tone={tone}>
        {t(`asking.stop.${stop.kind}.is`, { day })}
      </Mark>
      {stop.promisedCents !== null && (
        <p className="plain">
          {t('asking.part', { amount: formats.money({ amountCents: stop.promisedCents, currency }) })}
        </p>
      )}
      {stop.reason && <p className="plain">{stop.reason}</p>}
      <p className="plain quiet">
        {stop.setBy && t('asking.by', { name: stop.setBy })} <Instant at={stop.setAt} />
      </p>
    </>
  )
}

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHourglass,
  IconLoader2,
  IconPlayerStop,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../client/contract.ts'
import { Mark } from './mark.tsx'

const looks = {
  waiting: { icon: IconHourglass, tone: 'busy' },
  running: { icon: IconLoader2, tone: 'busy' },
  cancelling: { icon: IconPlayerStop, tone: 'warn' },
  finished: { icon: IconCircleCheck, tone: 'good' },
  failed: { icon: IconAlertTriangle, tone: 'bad' },
  cancelled: { icon: IconCircleX, tone: 'quiet' },
} as const

/** The one word for long work. */
export function LongRunStateMark({ run: { state } }: { run: Pick<LongRun, 'state'> }) {
  const { t } = useTranslation()
  const look = looks[state]
  return (
    <Mark icon={look.icon} tone={look.tone}>
      {t(`longRun.state.${state}`)}
    </Mark>
  )
}

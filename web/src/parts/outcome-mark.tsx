import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconEqual,
  IconRefresh,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../client/contract.ts'
import { Mark } from './mark.tsx'

const looks = {
  imported: { icon: IconCircleCheck, tone: 'good' },
  updated: { icon: IconRefresh, tone: 'good' },
  unchanged: { icon: IconEqual, tone: 'quiet' },
  skipped: { icon: IconCircleMinus, tone: 'warn' },
  failed: { icon: IconAlertTriangle, tone: 'bad' },
} as const

/** What was decided about an invoice. */
export function OutcomeMark({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useTranslation()
  const look = looks[outcome]
  return (
    <Mark icon={look.icon} tone={look.tone}>
      {t(`outcome.${outcome}`)}
    </Mark>
  )
}

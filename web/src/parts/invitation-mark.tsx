import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconHourglassEmpty,
  IconMailPause,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../client/contract.ts'
import { Mark } from './mark.tsx'

const looks = {
  waiting: { icon: IconHourglassEmpty, tone: 'quiet' },
  planned: { icon: IconClock, tone: 'busy' },
  sent: { icon: IconCircleCheck, tone: 'good' },
  held: { icon: IconMailPause, tone: 'warn' },
  failed: { icon: IconAlertTriangle, tone: 'bad' },
  unknown: { icon: IconHelpCircle, tone: 'warn' },
} as const

/** Where the invitation stands; nothing where none is to leave. */
export function InvitationMark({ invitation }: Pick<InvoiceItem, 'invitation'>) {
  const { t } = useTranslation()
  if (invitation === 'none') return null
  const { icon, tone } = looks[invitation]
  return (
    <Mark icon={icon} tone={tone}>
      {t(`invoices.invitationIs.${invitation}`)}
    </Mark>
  )
}

import {
  IconArchive,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconClockExclamation,
  IconHourglass,
  IconReceiptRefund,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../client/contract.ts'
import { Mark } from './mark.tsx'

const looks = {
  booked: { icon: IconCircle, tone: 'busy' },
  part_paid: { icon: IconCircleHalf2, tone: 'busy' },
  pending: { icon: IconHourglass, tone: 'busy' },
  expired: { icon: IconClockExclamation, tone: 'bad' },
  paid: { icon: IconCircleCheck, tone: 'good' },
  credited: { icon: IconReceiptRefund, tone: 'good' },
  archived: { icon: IconArchive, tone: 'quiet' },
} as const

/** The one word for an invoice: what it is waiting for beats how it got there. */
export function InvoiceStateMark({ invoice }: { invoice: Pick<InvoiceItem, 'state' | 'paymentState'> }) {
  const { t } = useTranslation()
  const shown = shownState(invoice)
  const look = looks[shown]
  return (
    <Mark icon={look.icon} tone={look.tone}>
      {t(`state.${shown}`)}
    </Mark>
  )
}

function shownState({
  state,
  paymentState,
}: Pick<InvoiceItem, 'state' | 'paymentState'>): keyof typeof looks {
  if (state === 'paid' && paymentState === 'credited') return 'credited'
  if (state === 'booked' && paymentState === 'part_paid') return 'part_paid'
  return state
}

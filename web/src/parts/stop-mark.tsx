import { IconMessageExclamation, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../client/contract.ts'
import { Mark } from './mark.tsx'

/** What keeps an invoice from being asked for; of a promise its state tells. Nothing where nothing does. */
export function StopMark({ stops: { isOnHold, isDisputed } }: Pick<InvoiceItem, 'stops'>) {
  const { t } = useTranslation()
  if (isDisputed)
    return (
      <Mark icon={IconMessageExclamation} tone="warn">
        {t('asking.stop.dispute.is')}
      </Mark>
    )
  if (!isOnHold) return null
  return (
    <Mark icon={IconPlayerPause} tone="warn">
      {t('asking.stop.hold.is')}
    </Mark>
  )
}

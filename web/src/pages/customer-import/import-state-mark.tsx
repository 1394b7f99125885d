import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconLoader2,
  IconPencil,
  IconZoomCheck,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerImportState } from '../../client/customer-files-contract.ts'
import { Mark } from '../../parts/mark.tsx'

const looks = {
  uploaded: { icon: IconPencil, tone: 'warn' },
  previewing: { icon: IconLoader2, tone: 'busy' },
  previewed: { icon: IconZoomCheck, tone: 'warn' },
  importing: { icon: IconLoader2, tone: 'busy' },
  imported: { icon: IconCircleCheck, tone: 'good' },
  undoing: { icon: IconLoader2, tone: 'busy' },
  undone: { icon: IconArrowBackUp, tone: 'quiet' },
  failed: { icon: IconAlertTriangle, tone: 'bad' },
} as const

/** Where a file stands on its way in. */
export function ImportStateMark({ state }: { state: CustomerImportState }) {
  const { t } = useTranslation()
  const look = looks[state]
  return (
    <Mark icon={look.icon} tone={look.tone}>
      {t(`customerImport.state.${state}`)}
    </Mark>
  )
}

import { useTranslation } from 'react-i18next'
import type { ManualImport } from '../../client/invoice-contract.ts'
import { useFormats } from '../../parts/use-formats.ts'

const order = ['leaves', 'with_document', 'when_live', 'kept_back'] as const

/** How many mails leave, when, and to how many customers; one sentence each. */
export function MailCounts({ seen: { invitations } }: { seen: ManualImport }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const sentences = order.flatMap((invitation) => {
    const found = invitations.find((one) => one.invitation === invitation)
    if (!found) return []
    const { count, customers } = found
    const words = { count, mails: formats.count(count), customers: formats.count(customers) }
    return [t(`manualImport.mails.${invitation}`, words)]
  })
  if (sentences.length === 0) return <>{t('manualImport.mails.nobody')}</>
  return sentences.map((sentence) => (
    <span key={sentence} className="sentence">
      {sentence}
    </span>
  ))
}

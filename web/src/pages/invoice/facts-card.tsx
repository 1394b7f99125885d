import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Card, Fact, Facts } from '../../parts/facts.tsx'
import { Instant } from '../../parts/instant.tsx'
import { useFormats } from '../../parts/use-formats.ts'

/** The facts of the invoice itself. */
export function FactsCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { remittance, number } = invoice
  return (
    <Card title={t('invoice.factsTitle')} action={<LedgerLink number={number} />}>
      <Facts>
        <Fact name={t('invoice.invoiceDate')}>{invoice.invoiceDate && formats.day(invoice.invoiceDate)}</Fact>
        <Fact name={t('invoice.dueDate')}>{invoice.dueDate && formats.day(invoice.dueDate)}</Fact>
        <Fact name={t('invoice.paidAt')}>{invoice.paidAt && <Instant at={invoice.paidAt} />}</Fact>
        <Fact name={t('invoice.stateCause')}>
          {invoice.stateCause && stateCauseText(t, invoice.stateCause)}
        </Fact>
        <Fact name={t('invoice.remittance')}>
          {remittance && (
            <span className="with-icon figures">
              {remittance}
              <CopyButton value={remittance} label={t('common.copy')} />
            </span>
          )}
        </Fact>
        <Fact name={t('invoice.purchaseOrder')}>{invoice.purchaseOrderNumber}</Fact>
        <Fact name={t('invoice.department')}>{invoice.departmentName}</Fact>
        <Fact name={t('invoice.importedAt')}>
          <Instant at={invoice.importedAt} />
        </Fact>
        <Fact name={t('invoice.changedInCrm')}>
          {invoice.externalUpdatedAt && <Instant at={invoice.externalUpdatedAt} />}
        </Fact>
      </Facts>
    </Card>
  )
}

/** Why it is archived. A cause that this page does not know yet shows as its code. */
function stateCauseText(t: TFunction, cause: string): string {
  if (cause === 'paid_here') return t('invoice.causePaidHere')
  return cause === 'deleted_in_crm' ? t('invoice.causeDeleted') : cause
}

/** The decision that let it in. */
function LedgerLink({ number }: { number: string | null }) {
  const { t } = useTranslation()
  if (!number) return null
  return (
    <Link to="/import" search={{ q: number }} className="text-link">
      {t('invoice.importLine')}
    </Link>
  )
}

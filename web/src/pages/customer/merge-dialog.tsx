import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
import { customerQuery } from '../../client/customer-queries.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { MergeChoice } from './merge-choice.tsx'
import { MergeSearch } from './merge-search.tsx'

type MergeDialogProps = { customer: Customer; onClose: () => void }

/** Two customers that are one: find the other, then choose field by field. */
export function MergeDialog({ customer, onClose }: MergeDialogProps) {
  const { t } = useTranslation()
  const [otherId, setOtherId] = useState<string | null>(null)
  return (
    <Dialog
      onClose={onClose}
      size="xl"
      title={t('customerMerge.title', { name: customer.name || customer.number })}
    >
      {otherId === null ? (
        <MergeSearch customer={customer} onChoose={setOtherId} onClose={onClose} />
      ) : (
        <Compare customer={customer} otherId={otherId} onBack={() => setOtherId(null)} onClose={onClose} />
      )}
    </Dialog>
  )
}

type CompareProps = MergeDialogProps & { otherId: string; onBack: () => void }

/** The list knows little of the other: its record is read first. */
function Compare({ customer, otherId, onBack, onClose }: CompareProps) {
  const { data: other, error, refetch } = useQuery(customerQuery(otherId))
  if (other) return <MergeChoice customer={customer} other={other} onBack={onBack} onClose={onClose} />
  return error ? <LoadFailure failure={error} onRetry={() => void refetch()} /> : <ListSkeleton />
}

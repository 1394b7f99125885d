import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeCustomers } from '../../client/customer-calls.ts'
import type { BulkAction } from '../../client/customer-contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import type { ChosenCustomers } from './use-customer-selection.ts'

/** Does one thing with all chosen customers. Long work goes on by itself; the list follows. */
export function useBulkChange(selection: ChosenCustomers) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (action: BulkAction) => changeCustomers({ selection: selection.request, ...action }),
    onError: notifyFailure,
    onSuccess: (answer, { action }) => {
      if (answer.changed !== undefined) notifyDone(t('customerSelection.changed', { count: answer.changed }))
      else
        notifyDone(
          action === 'export' ? t('customerSelection.exportStarted') : t('customerSelection.refreshStarted'),
        )
      selection.clear()
      for (const topic of ['customers', 'activities', 'long-runs'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
}

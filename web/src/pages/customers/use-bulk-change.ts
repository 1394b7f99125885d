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

  /** Fewer than were chosen is no failure: the others have it already. */
  function changedWords(count: number): string {
    if (count === 0) return t('customerSelection.changedNone')
    const chosen = selection.count
    if (selection.isAll || count >= chosen) return t('customerSelection.changed', { count })
    return t('customerSelection.changedSome', { count, chosen })
  }

  return useMutation({
    mutationFn: (action: BulkAction) => changeCustomers({ selection: selection.request, ...action }),
    onError: notifyFailure,
    onSuccess: (answer, { action }) => {
      if (answer.changed !== undefined) notifyDone(changedWords(answer.changed))
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

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type NewPayment,
  recordPayment,
  retryWriteBack,
  revokePayment,
} from '../../client/invoice-payment-calls.ts'
import { newKey } from '../../parts/new-key.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { notifyUndo } from '../../parts/notify-undo.tsx'
import { useFormats } from '../../parts/use-formats.ts'

/** Telling of a payment, taking it back, and having Teamleader told again. */
export function usePaymentChanges(invoiceId: string) {
  const { t } = useTranslation()
  const formats = useFormats()
  const queryClient = useQueryClient()
  const [requestKey] = useState(newKey)

  function refresh() {
    for (const topic of ['invoices', 'activities']) void queryClient.invalidateQueries({ queryKey: [topic] })
  }

  const revoke = useMutation({
    mutationFn: (paymentId: string) => revokePayment(paymentId),
    onError: notifyFailure,
    onSuccess: () => {
      notifyDone(t('payments.revoked'))
      refresh()
    },
  })
  const retry = useMutation({
    mutationFn: (paymentId: string) => retryWriteBack(paymentId),
    onError: notifyFailure,
    onSuccess: refresh,
  })
  const record = useMutation({
    mutationFn: (payment: NewPayment) => recordPayment(invoiceId, payment, requestKey),
    onSuccess: (payment) => {
      refresh()
      const words = t('payments.recorded', { amount: formats.money(payment.amount) })
      notifyUndo(words, payment.id, () => revoke.mutate(payment.id))
    },
  })
  return { record, revoke, retry }
}

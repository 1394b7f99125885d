import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changePaymentLinkExpiry,
  type PaymentLink,
  renewPaymentLink,
  revokePaymentLink,
} from '../../client/invoice-asking-calls.ts'
import { sessionQuery } from '../../client/queries.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { notifyDone } from '../../parts/notify.ts'
import { dayAfterBegins, lastDayBefore } from './link-end.ts'
import { useToday } from './use-today.ts'

export type LinkChange = 'renew' | 'close' | 'end'

type PaymentLinkDialogProps = {
  invoiceId: string
  link: PaymentLink
  change: LinkChange
  onClose: () => void
}

/** Says what becomes of links that customers have, before it becomes so. */
export function PaymentLinkDialog({ invoiceId, link, change, onClose }: PaymentLinkDialogProps) {
  const { t } = useTranslation()
  const timeZone = useQuery(sessionQuery()).data?.creditor?.timeZone ?? 'Europe/Brussels'
  const today = useToday()
  const [endsOn, setEndsOn] = useState(link.expiresAt ? lastDayBefore(link.expiresAt, timeZone) : '')
  const work = useLinkChange(invoiceId, change, onClose)

  function submit(event: FormEvent) {
    event.preventDefault()
    work.mutate(endsOn === '' ? null : dayAfterBegins(endsOn, timeZone))
  }

  return (
    <Dialog title={t(`paymentLink.${change}Title`)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {change === 'end' ? (
            <TextInput
              data-autofocus
              type="date"
              min={today}
              label={t('paymentLink.endsOn')}
              description={t('paymentLink.endHelp')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              value={endsOn}
              onChange={(event) => setEndsOn(event.currentTarget.value)}
            />
          ) : (
            <Text size="sm">{t(`paymentLink.${change}Text`)}</Text>
          )}
          {work.error && (
            <p className="plain bad-words" role="alert">
              {failureText(t, work.error)}
            </p>
          )}
          <DialogFoot onCancel={onClose}>
            <Button
              size="xs"
              type="submit"
              loading={work.isPending}
              {...(change === 'close' && { color: 'red' })}
            >
              {change === 'end' ? t('common.save') : t(`paymentLink.${change}`)}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  )
}

const saidOf = { renew: 'renewed', close: 'closed', end: 'ended' } as const

function useLinkChange(invoiceId: string, change: LinkChange, onDone: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (expiresAt: string | null) => {
      if (change === 'end') return changePaymentLinkExpiry(invoiceId, expiresAt)
      return change === 'renew' ? renewPaymentLink(invoiceId) : revokePaymentLink(invoiceId)
    },
    onSuccess: () => {
      notifyDone(t(`paymentLink.${saidOf[change]}`))
      for (const topic of ['invoices', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
      onDone()
    },
  })
}

import { Button, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { type NewPayment, paymentMethodsQuery } from '../../client/invoice-payment-calls.ts'
import { connectionsQuery } from '../../client/queries.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { readAmount, writeAmount } from './read-amount.ts'
import { usePaymentChanges } from './use-payment-changes.ts'
import { useToday } from './use-today.ts'

type PaymentDialogProps = { invoice: Invoice; onClose: () => void }

/** Tells of a payment: all that is open unless less was paid, today unless it was another day. */
export function PaymentDialog({ invoice, onClose }: PaymentDialogProps) {
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  const { currency, amountCents: openCents } = invoice.open
  const today = useToday()
  const mark = i18n.language === 'en' ? '.' : ','
  const [amount, setAmount] = useState(openCents > 0 ? writeAmount(openCents, currency, mark) : '')
  const [paidOn, setPaidOn] = useState(today)
  const [method, setMethod] = useState<Method>({})
  const [note, setNote] = useState('')
  const { record } = usePaymentChanges(invoice.id)
  const amountCents = readAmount(amount, currency)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (amountCents === undefined) return
    record.mutate(
      { amountCents, paidOn: paidOn || today, ...method, ...(note.trim() && { note: note.trim() }) },
      { onSuccess: onClose },
    )
  }

  return (
    <Dialog title={t('payments.markTitle', { number: invoice.number ?? '' })} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            inputMode="decimal"
            label={t('payments.amount', { currency })}
            description={<AmountHint openCents={openCents} amountCents={amountCents} currency={currency} />}
            value={amount}
            error={amount !== '' && amountCents === undefined ? t('payments.noAmount') : null}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            required
            label={t('payments.paidOn')}
            max={today}
            value={paidOn}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
          />
          <MethodField connectionId={invoice.connectionId} onChange={setMethod} />
          <TellsCrm connectionId={invoice.connectionId} />
          <Textarea
            label={t('payments.note')}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {record.error && (
            <Text size="sm" c="var(--vorder-bad)" role="alert">
              {failureText(t, record.error)}
            </Text>
          )}
          <DialogFoot onCancel={onClose}>
            <Button size="xs" type="submit" loading={record.isPending} disabled={amountCents === undefined}>
              {amountCents === undefined
                ? t('payments.mark')
                : t('payments.confirm', { amount: formats.money({ amountCents, currency }) })}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  )
}

type AmountHintProps = { openCents: number; amountCents: number | undefined; currency: string }

/** What is left after this payment, or that it is more than is asked. */
function AmountHint({ openCents, amountCents, currency }: AmountHintProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const left = openCents - (amountCents ?? 0)
  const amount = formats.money({ amountCents: Math.abs(left), currency })
  if (amountCents === undefined)
    return t('payments.isOpen', { amount: formats.money({ amountCents: openCents, currency }) })
  if (left === 0) return t('payments.nothingLeft')
  return left > 0 ? t('payments.left', { amount }) : t('payments.tooMuch', { amount })
}

/** Before the press: whether Teamleader hears of it. */
function TellsCrm({ connectionId }: { connectionId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(connectionsQuery())
  const connection = data?.items.find(({ id }) => id === connectionId)
  if (!connection) return null
  const isTold = connection.writeBack && connection.state !== 'disconnected'
  return (
    <Text size="sm" c="dimmed">
      {isTold ? t('payments.tellsCrm') : t('payments.keptHere')}
    </Text>
  )
}

type Method = Pick<NewPayment, 'method' | 'methodId'>

/** The ways of paying that Teamleader knows; without them, in one's own words. */
function MethodField({
  connectionId,
  onChange,
}: {
  connectionId: string
  onChange: (method: Method) => void
}) {
  const { t } = useTranslation()
  const { data, isPending } = useQuery(paymentMethodsQuery(connectionId))
  const methods = data?.items ?? []
  if (isPending || methods.length > 0) {
    return (
      <NativeSelect
        label={t('payments.method')}
        disabled={isPending}
        data={[
          { value: '', label: t('payments.noMethod') },
          ...methods.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => {
          const chosen = methods.find(({ id }) => id === currentTarget.value)
          onChange(chosen ? { method: chosen.name, methodId: chosen.id } : {})
        }}
      />
    )
  }
  return (
    <TextInput
      label={t('payments.method')}
      maxLength={100}
      onChange={({ currentTarget }) => onChange(currentTarget.value ? { method: currentTarget.value } : {})}
    />
  )
}

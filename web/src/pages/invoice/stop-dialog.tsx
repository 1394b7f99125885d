import { Button, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import type { Stop, StopKind } from '../../client/invoice-asking-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { PromiseFields } from './promise-fields.tsx'
import { promised, usePromiseOf } from './typed-promise.ts'
import { useStopChanges } from './use-stop-changes.ts'

type StopDialogProps = { invoice: Invoice; kind: StopKind; current: Stop | undefined; onClose: () => void }

/** What is said of a hold, a dispute or a promise; and, before the press, what it does. */
export function StopDialog({ invoice, kind, current, onClose }: StopDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState(current?.reason ?? '')
  const [promise, setPromise] = useState(usePromiseOf(current, invoice))
  const { set } = useStopChanges(invoice.id)
  const words = `asking.stop.${kind}` as const

  function submit(event: FormEvent) {
    event.preventDefault()
    const asked = kind === 'promise' ? promised(promise, invoice.open) : {}
    if (!asked) return
    const said = { reason: reason.trim() || null, ...asked }
    set.mutate({ kind, said, before: current }, { onSuccess: onClose })
  }

  return (
    <Dialog title={current ? t(`${words}.name`) : t(`${words}.set`)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t(`${words}.does`)}</Text>
          {kind === 'promise' && (
            <PromiseFields promise={promise} open={invoice.open} onChange={setPromise} />
          )}
          <Textarea
            {...(kind !== 'promise' && { 'data-autofocus': true })}
            label={t(`${words}.why`)}
            description={t('asking.forColleagues')}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {set.error && (
            <p className="plain bad-words" role="alert">
              {failureText(t, set.error)}
            </p>
          )}
          <DialogFoot onCancel={onClose}>
            <Button size="xs" type="submit" loading={set.isPending}>
              {current ? t('common.save') : t(`${words}.set`)}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  )
}

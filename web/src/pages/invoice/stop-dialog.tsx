import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stop, StopKind } from '../../client/invoice-asking-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { useStopChanges } from './use-stop-changes.ts'
import { useToday } from './use-today.ts'

type StopDialogProps = { invoiceId: string; kind: StopKind; current: Stop | undefined; onClose: () => void }

/** What is said of a hold, a dispute or a promise; and, before the press, what it does. */
export function StopDialog({ invoiceId, kind, current, onClose }: StopDialogProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const today = useToday()
  const [reason, setReason] = useState(current?.reason ?? '')
  const [promisedFor, setPromisedFor] = useState(current?.promisedFor ?? '')
  const { set } = useStopChanges(invoiceId)
  const words = `asking.stop.${kind}` as const

  function submit(event: FormEvent) {
    event.preventDefault()
    const said = { reason: reason.trim() || null, ...(kind === 'promise' && { promisedFor }) }
    set.mutate({ kind, said, before: current }, { onSuccess: onClose })
  }

  return (
    <Dialog title={current ? t(`${words}.name`) : t(`${words}.set`)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t(`${words}.does`)}</Text>
          {kind === 'promise' && (
            <TextInput
              data-autofocus
              required
              type="date"
              min={today}
              label={t('asking.promisedFor')}
              description={promisedFor && t('asking.waitsUntil', { day: formats.day(promisedFor) })}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              value={promisedFor}
              onChange={(event) => setPromisedFor(event.currentTarget.value)}
            />
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
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button size="xs" type="submit" loading={set.isPending}>
              {current ? t('common.save') : t(`${words}.set`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

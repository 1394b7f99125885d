import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  endStop,
  type SaidOfStop,
  type Stop,
  type StopKind,
  setStop,
} from '../../client/invoice-asking-calls.ts'
import { notifyFailure } from '../../parts/notify.ts'
import { notifyUndo } from '../../parts/notify-undo.tsx'
import { useFormats } from '../../parts/use-formats.ts'

type Set = { kind: StopKind; said: SaidOfStop; before?: Stop | undefined }

/** Hold, dispute and promise: set and ended with one press, each with the way back (promise C10). */
export function useStopChanges(invoiceId: string) {
  const { t } = useTranslation()
  const formats = useFormats()
  const queryClient = useQueryClient()

  function refresh() {
    for (const topic of ['invoices', 'activities', 'tasks'])
      void queryClient.invalidateQueries({ queryKey: [topic] })
  }
  function goBack(work: Promise<unknown>) {
    work.catch(notifyFailure).finally(refresh)
  }

  const set = useMutation({
    mutationFn: ({ kind, said }: Set) => setStop(invoiceId, kind, said),
    onSuccess: ({ id, kind, promisedFor }, { before }) => {
      refresh()
      const words = t(`asking.stop.${kind}.isSet`, { day: promisedFor ? formats.day(promisedFor) : '' })
      notifyUndo(words, id, () =>
        goBack(before ? setStop(invoiceId, kind, saidOf(before)) : endStop(invoiceId, kind)),
      )
    },
  })
  const end = useMutation({
    mutationFn: ({ kind }: Stop) => endStop(invoiceId, kind),
    onError: notifyFailure,
    onSuccess: (_, stop) => {
      refresh()
      notifyUndo(t(`asking.stop.${stop.kind}.ended`), stop.id, () =>
        goBack(setStop(invoiceId, stop.kind, saidOf(stop))),
      )
    },
  })
  return { set, end }
}

function saidOf({ reason, promisedFor, promisedCents }: Stop): SaidOfStop {
  return { reason, promisedCents, ...(promisedFor && { promisedFor }) }
}

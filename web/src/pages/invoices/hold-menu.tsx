import { Button, Menu } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { holdInvoices } from '../../client/invoice-asking-calls.ts'
import type { InvoiceSelection } from '../../client/invoice-contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { notifyUndo } from '../../parts/notify-undo.tsx'
import { useFormats } from '../../parts/use-formats.ts'

type Asked = { selection: InvoiceSelection; isHeld: boolean; isUndo?: boolean }

/** Puts what was chosen on hold, or ends that, with the way back for those that it changed (promise C10). */
export function HoldMenu({ asked, onDone }: { asked: InvoiceSelection; onDone: () => void }) {
  const { t } = useTranslation()
  const hold = useHold()
  return (
    <Menu position="top-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={hold.isPending}
          leftSection={<IconPlayerPause size={14} aria-hidden />}
        >
          <span className="bar-words">{t('asking.stop.hold.name')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[true, false].map((isHeld) => (
          <Menu.Item
            key={String(isHeld)}
            onClick={() => hold.mutate({ selection: asked, isHeld }, { onSuccess: onDone })}
          >
            {isHeld ? t('asking.stop.hold.set') : t('asking.stop.hold.end')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function useHold() {
  const { t } = useTranslation()
  const formats = useFormats()
  const queryClient = useQueryClient()
  const hold = useMutation({
    mutationFn: ({ selection, isHeld }: Asked) => holdInvoices(selection, isHeld),
    onError: notifyFailure,
    onSuccess: ({ ids }, { isHeld, isUndo }) => {
      for (const topic of ['invoices', 'activities', 'tasks'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
      const counted = { count: ids.length, invoices: formats.count(ids.length) }
      const words = isHeld ? t('asking.heldMany', counted) : t('asking.endedMany', counted)
      if (isUndo || ids.length === 0) notifyDone(words)
      else
        notifyUndo(words, ids[0] ?? '', () =>
          hold.mutate({ selection: { ids }, isHeld: !isHeld, isUndo: true }),
        )
    },
  })
  return hold
}

import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Settlement, settleMessage } from '../client/invoice-message-calls.ts'
import { notifyFailure } from './notify.ts'

/** Sent or not? Only a person can find out; nothing is sent twice without being told to. */
export function SettleButtons({ messageId }: { messageId: string }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const settle = useMutation({
    mutationFn: (as: Settlement) => settleMessage(messageId, as),
    onError: notifyFailure,
    onSuccess: () => {
      for (const topic of ['invoices', 'activities', 'tasks', 'overview'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
  return (
    <Group gap="xs">
      {(['arrived', 'send_again'] as const).map((as) => (
        <Button
          key={as}
          size="compact-sm"
          variant="default"
          loading={settle.isPending && settle.variables === as}
          onClick={() => settle.mutate(as)}
        >
          {t(`messages.settle.${as}`)}
        </Button>
      ))}
    </Group>
  )
}

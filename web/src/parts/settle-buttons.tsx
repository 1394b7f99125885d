import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { settleQuestion } from '../client/invoice-asking-calls.ts'
import { type Settlement, settleMessage } from '../client/invoice-message-calls.ts'
import { notifyFailure } from './notify.ts'

const settleOne = { messages: settleMessage, questions: settleQuestion } as const

type SettleButtonsProps = { of: keyof typeof settleOne; id: string }

/** Sent or not? Only a person can find out; nothing is sent twice without being told to. */
export function SettleButtons({ of, id }: SettleButtonsProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const settle = useMutation({
    mutationFn: async (as: Settlement) => {
      await settleOne[of](id, as)
    },
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
          {t(`${of}.settle.${as}`)}
        </Button>
      ))}
    </Group>
  )
}

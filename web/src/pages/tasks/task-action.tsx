import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { QueryTopic } from '../../client/queries.ts'
import { type Task, workOnTask } from '../../client/task-calls.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { SettleButtons } from '../../parts/settle-buttons.tsx'
import { useConnect } from '../../parts/use-connect.ts'

const touched: QueryTopic[] = ['tasks', 'overview', 'invoices', 'import-lines', 'activities']

/** The one button of a task: it does what helps, or leads to where a person does it. */
export function TaskAction({ task }: { task: Task }) {
  const { t } = useTranslation()
  const { action, invoice } = task
  if (action === 'settle_message') return <SettleButtons of="messages" id={task.subjectId} />
  if (action === 'connect') return <ConnectButton />
  if (action === 'open_settings') {
    return (
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}
      >
        {t('tasks.action.open_settings')}
      </Button>
    )
  }
  if (action === 'open_customer' && invoice?.customerId) {
    const params = { customerId: invoice.customerId }
    return (
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link to="/customers/$customerId" params={params} {...props} />}
      >
        {t('tasks.action.open_customer')}
      </Button>
    )
  }
  if (action === 'open_invoice' && invoice?.id) {
    const params = { invoiceId: invoice.id }
    return (
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link to="/invoices/$invoiceId" params={params} {...props} />}
      >
        {t('tasks.action.open_invoice')}
      </Button>
    )
  }
  return <WorkButton task={task} />
}

function ConnectButton() {
  const { t } = useTranslation()
  const connect = useConnect()
  return (
    <Button size="xs" loading={connect.isPending} onClick={() => connect.mutate()}>
      {t('tasks.action.connect')}
    </Button>
  )
}

function WorkButton({ task }: { task: Task }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const work = useMutation({
    mutationFn: () => workOnTask(task),
    onError: notifyFailure,
    onSuccess: () => notifyDone(t('tasks.asked')),
    onSettled: () => {
      for (const topic of touched) void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
  return (
    <Button size="xs" variant="default" loading={work.isPending} onClick={() => work.mutate()}>
      {t(`tasks.action.${task.action}`)}
    </Button>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../client/task-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { ExactInstant } from '../../parts/instant.tsx'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { TaskAction } from './task-action.tsx'

/** One thing that waits: what it is about, why it waits, what helps, and the press that moves it on. */
export function TaskCard({ task }: { task: Task }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  return (
    <li className="task">
      <div className="task-words">
        <strong>{task.title}</strong>
        <About task={task} />
        <p className="plain">{task.explanation}</p>
        {task.remedy && <p className="plain">{task.remedy}</p>}
        {task.detail && <p className="plain quiet task-detail">{t(saidKey(task), { words: task.detail })}</p>}
        <p className="plain quiet">
          <ExactInstant at={task.since}>
            {t('tasks.since', { ago: formats.ago(task.since, now) })}
          </ExactInstant>
        </p>
      </div>
      <TaskAction task={task} />
    </li>
  )
}

/** Of a warning the detail is what stands in the custom field; of all else what a server answered. */
function saidKey({ kind }: Task) {
  return kind === 'profile' ? 'tasks.fieldSays' : 'tasks.said'
}

function About({ task: { invoice, accountName, kind, count } }: { task: Task }) {
  const { t } = useTranslation()
  if (accountName) return <p className="plain">{accountName}</p>
  if (kind === 'mail') return <p className="plain">{t('tasks.mails', { count })}</p>
  if (!invoice) return null
  const name = invoice.number ?? t('invoices.noNumber')
  return (
    <p className="plain task-about">
      {invoice.id ? (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {invoice.customerName && <span className="clip">{invoice.customerName}</span>}
      {invoice.amount && <Amount money={invoice.amount} />}
    </p>
  )
}

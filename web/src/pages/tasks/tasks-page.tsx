import { IconConfetti } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  type Task,
  type TaskKind,
  type TaskSummary,
  taskSummaryQuery,
  tasksQuery,
} from '../../client/task-calls.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { useTaskCount } from '../../parts/use-task-count.ts'
import { taskKinds } from '../../search.ts'
import { TaskCard } from './task-card.tsx'

const route = getRouteApi('/inside/tasks')

/** Everything that waits for a person, each with why, what helps and the one press that moves it on. */
export function TasksPage() {
  const { t } = useTranslation()
  const { kind } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(tasksQuery(kind))
  const { data: summary } = useQuery(taskSummaryQuery())
  return (
    <>
      <PageHead title={t('tasks.title')} intro={t('tasks.intro')} />
      {summary && summary.total > 0 && (
        <KindTabs
          kind={kind}
          summary={summary}
          onChange={(next) => void navigate({ search: next ? { kind: next } : {}, replace: true })}
        />
      )}
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton />}
      {data?.items.length === 0 && (
        <Empty icon={IconConfetti} title={t('tasks.emptyTitle')} text={t('tasks.emptyText')} />
      )}
      {data && <Kinds tasks={data.items} hasMore={data.hasMore} />}
    </>
  )
}

type KindTabsProps = {
  kind: TaskKind | undefined
  summary: TaskSummary
  onChange: (kind: TaskKind | undefined) => void
}

/** Only the kinds of which something waits, and the one that is open. */
function KindTabs({ kind, summary, onChange }: KindTabsProps) {
  const { t } = useTranslation()
  const countOf = useTaskCount()
  const shown = taskKinds.filter((one) => one === kind || (summary.counts[one] ?? 0) > 0)
  return (
    <div className="filters filter-top">
      <FilterTabs
        label={t('tasks.kindLabel')}
        value={kind ?? 'all'}
        options={[
          { value: 'all' as const, label: t('tasks.all'), count: countOf(summary.total, summary.isCapped) },
          ...shown.map((one) => ({
            value: one,
            label: t(`tasks.kind.${one}`),
            count: countOf(summary.counts[one] ?? 0),
          })),
        ]}
        onChange={(next) => onChange(next === 'all' ? undefined : next)}
      />
    </div>
  )
}

function Kinds({ tasks, hasMore }: { tasks: Task[]; hasMore: TaskKind[] }) {
  const { t } = useTranslation()
  const groups = taskKinds.flatMap((kind) => {
    const own = tasks.filter((task) => task.kind === kind)
    return own.length > 0 ? [{ kind, own }] : []
  })
  return groups.map(({ kind, own }) => (
    <section key={kind} className="tasks" aria-labelledby={`tasks-${kind}`}>
      <h2 id={`tasks-${kind}`} className="tasks-kind">
        {t(`tasks.kind.${kind}`)}
      </h2>
      <ul className="cards">
        {own.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
      </ul>
      {hasMore.includes(kind) && <p className="plain quiet">{t('tasks.more')}</p>}
    </section>
  ))
}

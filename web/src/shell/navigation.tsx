import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../client/queries.ts'
import { taskSummaryQuery } from '../client/task-calls.ts'
import { Logo } from './logo.tsx'
import { navigationPages } from './pages.ts'

/** The pages, on the left of a wide screen. */
export function Rail() {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery())
  return (
    <nav aria-label={t('shell.navigation')} className="rail-content">
      <div className="rail-head">
        <Link to="/invoices" search={{}} className="rail-logo" aria-label="Vorder">
          <Logo />
        </Link>
      </div>
      <div className="rail-pages">
        <PageLinks countedAt="/tasks" />
      </div>
      <p className="rail-business">{session?.creditor?.name}</p>
    </nav>
  )
}

/** The same pages at the thumb, on a phone: the list of what waits for a person, which is counted at the overview, and the calendar are reached from there. */
export function BottomBar() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('shell.navigation')} className="bottom-pages">
      <PageLinks without={['/tasks', '/calendar']} countedAt="/overview" />
    </nav>
  )
}

type PageLinksProps = { without?: readonly string[]; countedAt: string }

function PageLinks({ without = [], countedAt }: PageLinksProps) {
  const { t } = useTranslation()
  return navigationPages
    .filter(({ to }) => !without.includes(to))
    .map(({ to, name, icon: Glyph }) => (
      <Link key={to} to={to} className="page-link" activeProps={{ 'aria-current': 'page' }}>
        <Glyph size={18} stroke={1.7} aria-hidden />
        <span>{t(name)}</span>
        {to === countedAt && <TaskCount />}
      </Link>
    ))
}

/** How much waits for a person; nothing when nothing does. */
function TaskCount() {
  const { t } = useTranslation()
  const { data } = useQuery(taskSummaryQuery())
  if (!data || data.total === 0) return null
  const count = data.total > mostShown ? `${mostShown}+` : String(data.total)
  return (
    <span className="task-count figures">
      <span aria-hidden>{count}</span>
      <span className="hidden-words">{t('shell.tasksWaiting', { count: data.total })}</span>
    </span>
  )
}

const mostShown = 99

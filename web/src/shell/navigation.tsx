import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../client/queries.ts'
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
        <PageLinks />
      </div>
      <p className="rail-business">{session?.creditor?.name}</p>
    </nav>
  )
}

/** The same pages at the thumb, on a phone. */
export function BottomBar() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('shell.navigation')} className="bottom-pages">
      <PageLinks />
    </nav>
  )
}

function PageLinks() {
  const { t } = useTranslation()
  return navigationPages.map(({ to, name, icon: Glyph }) => (
    <Link key={to} to={to} className="page-link" activeProps={{ 'aria-current': 'page' }}>
      <Glyph size={18} stroke={1.7} aria-hidden />
      <span>{t(name)}</span>
    </Link>
  ))
}

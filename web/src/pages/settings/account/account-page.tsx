import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const sections = [
  { to: '/settings/account/business', name: 'settings.business' },
  { to: '/settings/account/shared-files', name: 'settings.sharedFiles' },
] as const

/** What belongs to the account: the business itself and its files. */
export function AccountPage() {
  const { t } = useTranslation()
  return (
    <div className="subsections">
      <nav aria-label={t('settings.accountSections')} className="subsection-links">
        {sections.map(({ to, name }) => (
          <Link key={to} to={to} className="page-link" activeProps={{ 'aria-current': 'page' }}>
            {t(name)}
          </Link>
        ))}
      </nav>
      <div className="subsection-body">
        <Outlet />
      </div>
    </div>
  )
}

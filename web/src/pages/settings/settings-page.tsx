import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../parts/page-head.tsx'

const sections = [
  { to: '/settings/integrations', name: 'settings.integrations' },
  { to: '/settings/profiles', name: 'settings.profiles' },
  { to: '/settings/addresses', name: 'settings.addresses' },
  { to: '/settings/account', name: 'settings.account' },
] as const

/** The sections of the settings, and the one that is open. */
export function SettingsPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('settings.title')} />
      <nav aria-label={t('settings.sections')} className="sections filter-top">
        {sections.map(({ to, name }) => (
          <Link key={to} to={to} className="filter-tab" activeProps={{ 'aria-current': 'page' }}>
            {t(name)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  )
}

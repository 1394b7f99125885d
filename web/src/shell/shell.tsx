import { AppShell, Group, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveUpdates } from '../client/live.ts'
import { AccountMenu } from './account-menu.tsx'
import { Logo } from './logo.tsx'
import { BottomBar, Rail } from './navigation.tsx'
import { NewMenu } from './new-menu.tsx'
import { ReconnectBanner } from './reconnect-banner.tsx'
import { usePageKeys } from './use-page-keys.ts'
import { usePalette } from './use-palette.ts'
import { useRunningWork } from './use-running-work.ts'

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))
const RunningWork = lazy(async () => ({ default: (await import('./running-work.tsx')).RunningWork }))
const KeyList = lazy(async () => ({ default: (await import('./key-list.tsx')).KeyList }))

/** What stands around every page: rail, search, New, account; on a phone a bar at the bottom. */
export function Shell() {
  const { t } = useTranslation()
  const [isNewOpen, setNewOpen] = useState(false)
  const [areKeysOpen, keys] = useDisclosure(false)
  useLiveUpdates()
  const running = useRunningWork()
  const palette = usePalette()
  usePageKeys({ onNew: () => setNewOpen(true), onHelp: keys.open })

  return (
    <AppShell
      layout="alt"
      header={{ height: 52 }}
      navbar={{ width: 212, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 58, sm: 0 } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#content" className="skip-link">
        {t('shell.skipToContent')}
      </a>
      <AppShell.Navbar className="rail" component="div" visibleFrom="sm">
        <Rail />
      </AppShell.Navbar>
      <AppShell.Header className="top">
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} gap="sm" wrap="nowrap" justify="space-between">
          <Link to="/invoices" search={{}} className="top-logo" aria-label="Vorder">
            <Logo />
          </Link>
          <UnstyledButton className="palette-button" onClick={palette.open}>
            <IconSearch size={15} aria-hidden />
            <span className="palette-words">{t('shell.search')}</span>
            <kbd className="key">Ctrl K</kbd>
          </UnstyledButton>
          <Group gap="xs" wrap="nowrap">
            <Suspense>{running.length > 0 && <RunningWork runs={running} />}</Suspense>
            <NewMenu isOpen={isNewOpen} onChange={setNewOpen} />
            <AccountMenu onShowKeys={keys.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1}>
        <ReconnectBanner />
        <Outlet />
      </AppShell.Main>
      <AppShell.Footer className="bottom" hiddenFrom="sm" component="div">
        <BottomBar />
      </AppShell.Footer>
      <Suspense>
        {palette.isWanted && <CommandPalette onNew={() => setNewOpen(true)} onShowKeys={keys.open} />}
        {areKeysOpen && <KeyList onClose={keys.close} />}
      </Suspense>
    </AppShell>
  )
}

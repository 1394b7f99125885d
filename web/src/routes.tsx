import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { Session } from './client/contract.ts'
import { sessionQuery } from './client/queries.ts'
import {
  readActivitySearch,
  readCalendarSearch,
  readConnectSearch,
  readCustomerImportSearch,
  readCustomersSearch,
  readImportSearch,
  readInvoicesSearch,
  readManualImportSearch,
  readOverviewSearch,
  readProfileChoicesSearch,
  readSignInSearch,
  readTasksSearch,
} from './search.ts'
import { Failed, NotFound } from './shell/dead-ends.tsx'
import { Shell } from './shell/shell.tsx'
import { isLanguage, showLanguage } from './texts/language.ts'
import { withLazyTexts } from './texts/lazy-texts.ts'

type RouterContext = { queryClient: QueryClient }

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet })

/** Pages for people who signed in. Nobody yet: the first-run page; signed out: the sign-in page, and back after it. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (session.isFirstRun) throw redirect({ to: '/first-run' })
    if (!session.user) throw redirect({ to: '/sign-in', search: { next: location.href } })
    await showLanguageOf(session)
  },
})

async function showLanguageOf({ user }: Session): Promise<void> {
  if (isLanguage(user?.language) && document.documentElement.lang !== user.language)
    await showLanguage(user.language)
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/invoices' })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (!session.isFirstRun && !session.user) throw redirect({ to: '/sign-in', search: {} })
  },
  component: lazyRouteComponent(() => import('./pages/first-run/first-run-page.tsx'), 'FirstRunPage'),
})

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/overview',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/overview/overview-page.tsx')),
    'OverviewPage',
  ),
})

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => withLazyTexts(import('./pages/tasks/tasks-page.tsx')), 'TasksPage'),
})

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/message-calendar/message-calendar-page.tsx')),
    'MessageCalendarPage',
  ),
})

const invoices = createRoute({
  getParentRoute: () => inside,
  path: '/invoices',
  validateSearch: readInvoicesSearch,
  component: lazyRouteComponent(() => import('./pages/invoices/invoices-page.tsx'), 'InvoicesPage'),
})

const invoice = createRoute({
  getParentRoute: () => inside,
  path: '/invoices/$invoiceId',
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/invoice/invoice-page.tsx')),
    'InvoicePage',
  ),
})

const manualImport = createRoute({
  getParentRoute: () => inside,
  path: '/invoices/import',
  validateSearch: readManualImportSearch,
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/manual-import/manual-import-page.tsx')),
    'ManualImportPage',
  ),
})

const profileChoices = createRoute({
  getParentRoute: () => inside,
  path: '/invoices/profile-choices',
  validateSearch: readProfileChoicesSearch,
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/profile-choices/profile-choices-page.tsx')),
    'ProfileChoicesPage',
  ),
})

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: readCustomersSearch,
  component: lazyRouteComponent(() => import('./pages/customers/customers-page.tsx'), 'CustomersPage'),
})

const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/new',
  component: lazyRouteComponent(
    () => import('./pages/new-customer/new-customer-page.tsx'),
    'NewCustomerPage',
  ),
})

const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$customerId',
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/customer/customer-page.tsx')),
    'CustomerPage',
  ),
})

const importPage = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => withLazyTexts(import('./pages/import/import-page.tsx')), 'ImportPage'),
})

const activity = createRoute({
  getParentRoute: () => inside,
  path: '/activity',
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import('./pages/activity/activity-page.tsx'), 'ActivityPage'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
})

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/integrations', search: {} })
  },
})

const integrations = createRoute({
  getParentRoute: () => settings,
  path: '/integrations',
  validateSearch: readConnectSearch,
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/settings/integrations/integrations-page.tsx')),
    'IntegrationsPage',
  ),
})

const profiles = createRoute({
  getParentRoute: () => settings,
  path: '/profiles',
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/settings/profiles-page.tsx')),
    'ProfilesPage',
  ),
})

const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profiles/$profileId',
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/settings/profile/profile-page.tsx')),
    'ProfilePage',
  ),
})

const addresses = createRoute({
  getParentRoute: () => settings,
  path: '/addresses',
  component: lazyRouteComponent(
    () => withLazyTexts(import('./pages/addresses/addresses-page.tsx')),
    'AddressesPage',
  ),
})

const account = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/settings/account/account-page.tsx'), 'AccountPage'),
})

const accountHome = createRoute({
  getParentRoute: () => account,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account/business' })
  },
})

const business = createRoute({
  getParentRoute: () => account,
  path: '/business',
  component: lazyRouteComponent(() => import('./pages/settings/account/business-page.tsx'), 'BusinessPage'),
})

const sharedFiles = createRoute({
  getParentRoute: () => account,
  path: '/shared-files',
  component: lazyRouteComponent(
    () => import('./pages/settings/account/shared-files-page.tsx'),
    'SharedFilesPage',
  ),
})

const customerImports = createRoute({
  getParentRoute: () => inside,
  path: '/customers/import',
  component: lazyRouteComponent(
    () => import('./pages/customer-import/customer-imports-page.tsx'),
    'CustomerImportsPage',
  ),
})

const customerImport = createRoute({
  getParentRoute: () => inside,
  path: '/customers/import/$importId',
  validateSearch: readCustomerImportSearch,
  component: lazyRouteComponent(
    () => import('./pages/customer-import/customer-import-page.tsx'),
    'CustomerImportPage',
  ),
})

const runs = createRoute({
  getParentRoute: () => inside,
  path: '/runs',
  component: lazyRouteComponent(() => import('./pages/runs/runs-page.tsx'), 'RunsPage'),
})

const routeTree = root.addChildren([
  home,
  signIn,
  firstRun,
  inside.addChildren([
    overview,
    tasks,
    calendar,
    invoices,
    invoice,
    manualImport,
    profileChoices,
    customers,
    newCustomer,
    customer,
    importPage,
    activity,
    customerImports,
    customerImport,
    runs,
    settings.addChildren([
      settingsHome,
      integrations,
      profiles,
      profile,
      addresses,
      account.addChildren([accountHome, business, sharedFiles]),
    ]),
  ]),
])

/** Every address of the browser app. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Failed,
  })
}

import {
  IconCalendarEvent,
  IconChecklist,
  IconFileInvoice,
  IconHistory,
  IconLayoutDashboard,
  IconSettings,
  IconTransferIn,
  IconUsers,
} from '@tabler/icons-react'

/** The pages of the navigation, in its order; `letter` follows `g`. Where there is little room, some stand aside. */
export const navigationPages = [
  { to: '/overview', name: 'shell.overview', icon: IconLayoutDashboard, letter: 'o' },
  { to: '/tasks', name: 'shell.tasks', icon: IconChecklist, letter: 't' },
  { to: '/calendar', name: 'shell.calendar', icon: IconCalendarEvent, letter: 'd' },
  { to: '/invoices', name: 'shell.invoices', icon: IconFileInvoice, letter: 'i' },
  { to: '/customers', name: 'shell.customers', icon: IconUsers, letter: 'c' },
  { to: '/import', name: 'shell.import', icon: IconTransferIn, letter: 'm' },
  { to: '/activity', name: 'shell.activity', icon: IconHistory, letter: 'a' },
  { to: '/settings', name: 'shell.settings', icon: IconSettings, letter: 's' },
] as const

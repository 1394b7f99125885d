import '@mantine/spotlight/styles.css'
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import {
  IconBuilding,
  IconFileInvoice,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPlus,
  IconQuestionMark,
  IconSearch,
  IconSun,
  IconTransferIn,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customersQuery } from '../client/customer-queries.ts'
import { invoicesQuery } from '../client/queries.ts'
import { useFormats } from '../parts/use-formats.ts'
import { languages } from '../texts/language.ts'
import { navigationPages } from './pages.ts'
import { useLanguageChoice } from './use-language-choice.ts'

type PaletteProps = { onNew: () => void; onShowKeys: () => void }

/** Ctrl or Cmd with K: pages, actions, customers by name, invoices by number or customer. */
export function CommandPalette({ onNew, onShowKeys }: PaletteProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const invoices = useFoundInvoices(query.trim())
  const customers = useFoundCustomers(query.trim())
  // Invoices are known by numbers, customers by names.
  const found = /^\d/.test(query.trim()) ? [...invoices, ...customers] : [...customers, ...invoices]
  const pages = usePageActions()
  const actions = useCommandActions({ onNew, onShowKeys })
  return (
    <Spotlight
      shortcut={null}
      attributes={{ content: { 'aria-label': t('shell.openPalette') } }}
      query={query}
      onQueryChange={setQuery}
      actions={[...found, pages, actions]}
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        'aria-label': t('shell.openPalette'),
        placeholder: t('palette.placeholder'),
        leftSection: <IconSearch size={18} aria-hidden />,
      }}
    />
  )
}

function usePageActions(): SpotlightActionGroupData {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return {
    group: t('palette.pages'),
    actions: navigationPages.map(({ to, name, icon: Glyph }) => ({
      id: to,
      label: t(name),
      leftSection: <Glyph size={18} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to }),
    })),
  }
}

function useCommandActions({ onNew, onShowKeys }: PaletteProps): SpotlightActionGroupData {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const chooseLanguage = useLanguageChoice()
  const others = languages.filter((language) => language !== i18n.language)
  return {
    group: t('palette.actions'),
    actions: [
      {
        id: 'import-invoices',
        label: t('invoices.importFromCrm'),
        leftSection: <IconTransferIn size={18} aria-hidden />,
        onClick: () => void navigate({ to: '/invoices/import', search: {} }),
      },
      {
        id: 'new-customer',
        label: t('palette.newCustomer'),
        leftSection: <IconUserPlus size={18} aria-hidden />,
        onClick: () => void navigate({ to: '/customers/new' }),
      },
      { id: 'new', label: t('shell.new'), leftSection: <IconPlus size={18} aria-hidden />, onClick: onNew },
      {
        id: 'scheme',
        label: isDark ? t('palette.lightMode') : t('palette.darkMode'),
        leftSection: isDark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />,
        onClick: () => setColorScheme(isDark ? 'light' : 'dark'),
      },
      ...others.map((language) => ({
        id: `language-${language}`,
        label: t('palette.changeLanguage', { language: t(`languages.${language}`) }),
        leftSection: <IconLanguage size={18} aria-hidden />,
        onClick: () => chooseLanguage(language),
      })),
      {
        id: 'keys',
        label: t('shell.shortcuts'),
        leftSection: <IconKeyboard size={18} aria-hidden />,
        onClick: onShowKeys,
      },
    ],
  }
}

/** What is typed, looked for in the invoices: all that match as a list (at hand before they are found), and the best. */
function useFoundInvoices(typed: string): SpotlightActionGroupData[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const navigate = useNavigate()
  const [q] = useDebouncedValue(typed, 150)
  const { data } = useInfiniteQuery({
    ...invoicesQuery({ state: 'all', q, sort: 'invoiceDate', order: 'desc' }),
    enabled: q.length >= 2,
  })
  if (typed.length < 2) return []
  const invoices: SpotlightActionData[] = (data?.pages[0]?.items ?? []).slice(0, 6).map((invoice) => ({
    id: invoice.id,
    label: `${invoice.number ?? t('invoices.noNumber')} · ${invoice.customerName}`,
    description: formats.money(invoice.open),
    // The server has matched it already: the palette's own filter must not drop it.
    keywords: [typed],
    leftSection: <IconFileInvoice size={18} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice.id } }),
  }))
  const searchAll: SpotlightActionData = {
    id: 'search-invoices',
    label: t('palette.searchInvoices', { query: typed }),
    leftSection: <IconSearch size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/invoices', search: { q: typed, state: 'all' } }),
  }
  const whyNotHere: SpotlightActionData = {
    id: 'why-not-here',
    label: t('palette.whyNotHere', { query: typed }),
    leftSection: <IconQuestionMark size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/import', search: { view: 'why', q: typed } }),
  }
  return [{ group: t('palette.found'), actions: [searchAll, ...invoices, whyNotHere] }]
}

/** The same for the customers. */
function useFoundCustomers(typed: string): SpotlightActionGroupData[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [q] = useDebouncedValue(typed, 150)
  const { data } = useInfiniteQuery({
    ...customersQuery({ q, sort: 'name', order: 'asc' }),
    enabled: q.length >= 2,
  })
  if (typed.length < 2) return []
  const customers: SpotlightActionData[] = (data?.pages[0]?.items ?? []).slice(0, 5).map((customer) => {
    const Glyph = customer.kind === 'company' ? IconBuilding : IconUser
    return {
      id: customer.id,
      label: customer.name || t('customers.noName'),
      description: [customer.number, customer.city].filter(Boolean).join(' · '),
      keywords: [typed],
      leftSection: <Glyph size={18} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } }),
    }
  })
  const searchAll: SpotlightActionData = {
    id: 'search-customers',
    label: t('palette.searchCustomers', { query: typed }),
    leftSection: <IconSearch size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/customers', search: { q: typed } }),
  }
  return [{ group: t('palette.foundCustomers'), actions: [searchAll, ...customers] }]
}

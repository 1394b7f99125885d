import { Button, Drawer, Group, Popover } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../parts/use-formats.ts'
import type { InvoicesSearch } from '../../search.ts'
import { FilterFields } from './filter-fields.tsx'
import { isNarrowed, withoutNarrowings } from './invoice-filters.ts'

type FilterPanelProps = {
  isOpen: boolean
  search: InvoicesSearch
  today: string
  matching: number | undefined
  onChange: (part: Partial<InvoicesSearch>) => void
  onClose: () => void
  /** The button that opens it. */
  children: ReactNode
}

/** All filters: below their button, or as a drawer on a phone. The list follows while it is open. */
export function FilterPanel(props: FilterPanelProps) {
  const { t } = useTranslation()
  const { isOpen, onClose, children } = props
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const fields = (
    <>
      <FilterFields search={props.search} today={props.today} onChange={props.onChange} />
      <Foot {...props} />
    </>
  )
  if (isNarrow) {
    return (
      <>
        {children}
        <Drawer.Root opened={isOpen} onClose={onClose} position="bottom" size="88%">
          <Drawer.Overlay backgroundOpacity={0.4} />
          <Drawer.Content radius="lg lg 0 0">
            <Drawer.Header role="presentation">
              <Drawer.Title>{t('invoiceFilters.title')}</Drawer.Title>
              <Drawer.CloseButton aria-label={t('common.close')} />
            </Drawer.Header>
            <Drawer.Body>{fields}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      </>
    )
  }
  return (
    <Popover
      opened={isOpen}
      onDismiss={onClose}
      onClose={onClose}
      position="bottom-start"
      width={680}
      trapFocus
      returnFocus
      withinPortal={false}
      shadow="md"
      radius="md"
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p="md" role="dialog" aria-label={t('invoiceFilters.title')}>
        {isOpen && fields}
      </Popover.Dropdown>
    </Popover>
  )
}

function Foot({ search, matching, onChange, onClose }: FilterPanelProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <Group justify="space-between" mt="lg">
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        disabled={!isNarrowed(search)}
        onClick={() => onChange(withoutNarrowings())}
      >
        {t('invoiceFilters.clearAll')}
      </Button>
      <Button size="xs" onClick={onClose}>
        {matching === undefined
          ? t('common.close')
          : t('invoiceFilters.show', { count: matching, invoices: formats.count(matching) })}
      </Button>
    </Group>
  )
}

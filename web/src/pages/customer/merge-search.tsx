import { Combobox, Stack, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
import { customersQuery } from '../../client/customer-queries.ts'
import { PersonLine } from '../../parts/person-line.tsx'

type MergeSearchProps = { customer: Customer; onChoose: (id: string) => void; onClose: () => void }

const shownAtMost = 8

/** Finds the other customer; starts with those of the same name. */
export function MergeSearch({ customer, onChoose, onClose }: MergeSearchProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(customer.name)
  const [q] = useDebouncedValue(typed.trim(), 200)
  // The results stand open as long as the dialog does, so Escape closes that, and Enter always chooses.
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose })
  const { data, isPending } = useInfiniteQuery(
    customersQuery({ ...(q && { q }), sort: 'name', order: 'asc' }),
  )
  const found = data?.pages[0]?.items.filter(({ id }) => id !== customer.id).slice(0, shownAtMost) ?? []
  // biome-ignore lint/correctness/useExhaustiveDependencies: other results, the first of them is chosen again
  useEffect(() => void combobox.selectFirstOption(), [data])

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('customerMerge.chooseText')}
      </Text>
      <Combobox store={combobox} onOptionSubmit={onChoose}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            data-autofocus
            type="search"
            aria-label={t('customerMerge.search')}
            placeholder={t('customers.searchPlaceholder')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options aria-label={t('customers.table')} className="results">
          {found.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <PersonLine kind={row.kind} name={row.name} facts={[row.number, row.city, row.email]} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox>
      {!isPending && found.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('customerMerge.nothingFound')}
        </Text>
      )}
    </Stack>
  )
}

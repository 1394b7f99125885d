import {
  Alert,
  Badge,
  Button,
  Combobox,
  Group,
  Loader,
  Stack,
  Text,
  TextInput,
  useCombobox,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getCrmCustomer } from '../../client/customer-calls.ts'
import type { CrmSearch, FoundCrmCustomer } from '../../client/customer-contract.ts'
import { crmSearchQuery } from '../../client/customer-queries.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { PersonLine } from '../../parts/person-line.tsx'
import type { PickedCustomer } from './use-new-customer.ts'

type FindInCrmProps = { onPick: (picked: PickedCustomer) => void; onClose: () => void }

/** Long enough not to ask Teamleader after each letter, short enough not to be felt. */
const debounceMs = 200

/** Companies and persons of Teamleader while one types; a pick fills the form, who is a customer already is opened. */
export function FindInCrm({ onPick, onClose }: FindInCrmProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), debounceMs)
  const search = useQuery(crmSearchQuery(q))
  const found = q.length >= 2 ? search.data : undefined
  const pick = usePick(onPick, onClose)
  // The results stand open as long as the dialog does, so Escape closes that, and Enter always chooses.
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose })
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other results the first of them is the choice again
  useEffect(() => void combobox.selectFirstOption(), [search.data])

  return (
    <Dialog onClose={onClose} title={t('findInCrm.title')} size="lg">
      <Stack gap="sm">
        <Combobox
          store={combobox}
          onOptionSubmit={(id) => {
            const item = found?.items.find((candidate) => optionId(candidate) === id)
            if (item && !pick.isPending) pick.mutate(item)
          }}
        >
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              data-autofocus
              type="search"
              aria-label={t('findInCrm.search')}
              placeholder={t('findInCrm.placeholder')}
              autoComplete="off"
              leftSection={<IconSearch size={16} aria-hidden />}
              rightSection={search.isFetching ? <Loader size={16} aria-hidden /> : null}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </Combobox.EventsTarget>
          <Problem search={found} failure={search.error ?? pick.error} />
          <Combobox.Options aria-label={t('findInCrm.results')} className="results crm-results">
            {found?.items.map((item) => (
              <Combobox.Option key={optionId(item)} value={optionId(item)}>
                <Found item={item} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox>
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed" role="status">
            <Said
              q={q}
              found={found}
              isSearching={search.isFetching}
              pickedName={pick.isPending ? pick.variables.name : null}
            />
          </Text>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
            {t('findInCrm.byHand')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function optionId({ connectionId, externalType, externalId }: FoundCrmCustomer): string {
  return [connectionId, externalType, externalId].join('/')
}

/** Reads the whole record; the list knows neither the invoicing address nor a person's VAT number. */
function usePick(onPick: (picked: PickedCustomer) => void, onClose: () => void) {
  const navigate = useNavigate()
  function open(customerId: string) {
    onClose()
    void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  return useMutation({
    mutationFn: async (item: FoundCrmCustomer) => {
      if (item.customerId) return open(item.customerId)
      const draft = await getCrmCustomer(item)
      if (draft.customerId) return open(draft.customerId)
      const { connectionId, externalType, externalId, name } = item
      onPick({ ...draft, name, link: { connectionId, externalType, externalId } })
    },
  })
}

function Found({ item }: { item: FoundCrmCustomer }) {
  const { t } = useTranslation()
  return (
    <PersonLine kind={item.kind} name={item.name} facts={[item.city, item.email, item.vatNumber]}>
      {item.customerId && (
        <Badge size="sm" variant="light" color="petrol" className="result-badge">
          {t('findInCrm.already')}
        </Badge>
      )}
      {!item.isActive && (
        <Badge size="sm" variant="light" color="gray" className="result-badge">
          {t('findInCrm.inactive')}
        </Badge>
      )}
    </PersonLine>
  )
}

/** Why Teamleader did not answer, or not wholly. The form behind stays usable all the while. */
function Problem({ search, failure }: { search: CrmSearch | undefined; failure: Error | null }) {
  const { t } = useTranslation()
  const problem = search?.problem
  if (!problem && !failure) return null
  return (
    <Alert
      color="amber"
      icon={<IconAlertTriangle />}
      title={problem?.title ?? t('common.actionFailed')}
      role="alert"
      p="sm"
      mt="xs"
    >
      <Text size="sm">{problem?.explanation ?? failureText(t, failure)}</Text>
      <Text size="sm">{t('findInCrm.nothingText')}</Text>
    </Alert>
  )
}

type SaidProps = {
  q: string
  found: CrmSearch | undefined
  isSearching: boolean
  pickedName: string | null
}

/** One line for what is going on, also for those who do not see the list. */
function Said({ q, found, isSearching, pickedName }: SaidProps) {
  const { t } = useTranslation()
  if (pickedName) return t('findInCrm.loading', { name: pickedName })
  if (q.length < 2) return t('findInCrm.hint')
  if (isSearching) return t('findInCrm.searching')
  if (!found || (found.items.length === 0 && found.problem)) return null
  if (found.items.length === 0) return t('findInCrm.nothing', { query: q })
  return `${t('findInCrm.found', { count: found.items.length })} · ${t('findInCrm.keys')}`
}

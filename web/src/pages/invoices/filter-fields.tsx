import { NativeSelect, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { invoiceChoicesQuery } from '../../client/invoice-list-calls.ts'
import { connectionsQuery, profilesQuery } from '../../client/queries.ts'
import { chosenByRules, documentMarks, invitationMarks, invoiceStops, warningChoices } from '../../search.ts'
import { type FilterFieldsProps, PeriodFilter } from './period-filter.tsx'

/** One field for each filter. What the list cannot hold is not offered, unless it is chosen already. */
export function FilterFields(props: FilterFieldsProps) {
  return (
    <>
      <PeriodFilter {...props} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="md">
        <DocumentChoice {...props} />
        <InvitationChoice {...props} />
        <StopChoice {...props} />
        <WarningChoice {...props} />
        <ProfileChoices {...props} />
        <OriginChoices {...props} />
        <CurrencyChoice {...props} />
      </SimpleGrid>
    </>
  )
}

function DocumentChoice({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  return (
    <Choice
      label={t('invoiceFilters.document')}
      any={t('invoiceFilters.anyDocument')}
      value={search.document}
      options={documentMarks.map((mark) => ({ value: mark, label: t(`invoiceFilters.documentIs.${mark}`) }))}
      onChange={(value) => onChange({ document: documentMarks.find((mark) => mark === value) })}
    />
  )
}

function InvitationChoice({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  return (
    <Choice
      label={t('invoices.invitation')}
      any={t('invoiceFilters.anyInvitation')}
      value={search.invitation}
      options={invitationMarks.map((mark) => ({
        value: mark,
        label: t(`invoices.invitationIs.${mark}`),
      }))}
      onChange={(value) => onChange({ invitation: invitationMarks.find((mark) => mark === value) })}
    />
  )
}

function StopChoice({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  return (
    <Choice
      label={t('invoiceFilters.stop')}
      any={t('invoiceFilters.anyStop')}
      value={search.stop}
      options={invoiceStops.map((stop) => ({ value: stop, label: t(`asking.stop.${stop}.name`) }))}
      onChange={(value) => onChange({ stop: invoiceStops.find((stop) => stop === value) })}
    />
  )
}

function WarningChoice({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  const { data: choices } = useQuery(invoiceChoicesQuery())
  return (
    <Choice
      label={t('invoiceFilters.warning')}
      any={t('invoiceFilters.anyWarning')}
      value={search.warning}
      options={[
        { value: 'true', label: t('invoiceFilters.someWarning') },
        { value: 'false', label: t('invoiceFilters.noWarning') },
        ...(choices?.warnings.map(({ code, title }) => ({ value: code, label: title })) ?? []),
      ]}
      onChange={(value) => onChange({ warning: warningChoices.find((choice) => choice === value) })}
    />
  )
}

function ProfileChoices({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  const { data: profiles } = useQuery(profilesQuery())
  return (
    <>
      <Choice
        label={t('invoices.profile')}
        any={t('invoiceFilters.anyProfile')}
        value={search.profileId}
        options={profiles?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(profileId) => onChange({ profileId })}
      />
      <Choice
        label={t('invoiceFilters.chosenBy')}
        any={t('invoiceFilters.anyRule')}
        value={search.chosenBy}
        options={chosenByRules.map((rule) => ({
          value: rule,
          label: t(`invoiceFilters.chosenByIs.${rule}`),
        }))}
        onChange={(value) => onChange({ chosenBy: chosenByRules.find((rule) => rule === value) })}
      />
    </>
  )
}

/** The department, or the account of Teamleader where there is more than one. */
function OriginChoices({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  const { data: choices } = useQuery(invoiceChoicesQuery())
  const { data: connections } = useQuery(connectionsQuery())
  const departments = (choices?.departments ?? []).filter(
    ({ connectionId }) => !search.connectionId || connectionId === search.connectionId,
  )
  const accounts = connections?.items ?? []
  return (
    <>
      {(accounts.length > 1 || (search.connectionId && !search.departmentId)) && (
        <Choice
          label={t('invoiceFilters.account')}
          any={t('invoiceFilters.anyAccount')}
          value={search.connectionId}
          options={accounts.map(({ id, accountName }) => ({ value: id, label: accountName }))}
          onChange={(connectionId) => onChange({ connectionId, departmentId: undefined })}
        />
      )}
      {(departments.length > 1 || search.departmentId) && (
        <Choice
          label={t('invoices.department')}
          any={t('invoiceFilters.anyDepartment')}
          value={search.departmentId}
          options={departments.map(({ departmentId, name }) => ({ value: departmentId, label: name }))}
          onChange={(departmentId) => {
            const owner = departments.find((department) => department.departmentId === departmentId)
            onChange({ departmentId, connectionId: owner?.connectionId })
          }}
        />
      )}
    </>
  )
}

function CurrencyChoice({ search, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  const { data: choices } = useQuery(invoiceChoicesQuery())
  const offered = new Set(choices?.currencies)
  if (search.currency) offered.add(search.currency)
  if (offered.size < 2 && !search.currency) return null
  return (
    <Choice
      label={t('invoiceFilters.currency')}
      any={t('invoiceFilters.anyCurrency')}
      value={search.currency}
      options={[...offered].map((currency) => ({ value: currency, label: currency }))}
      onChange={(currency) => onChange({ currency })}
    />
  )
}

type ChoiceProps = {
  label: string
  any: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: any }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}

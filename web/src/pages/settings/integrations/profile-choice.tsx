import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { connectionFieldsQuery, profilesQuery } from '../../../client/queries.ts'
import { useConnectionOptions } from './use-connection-options.ts'

/** The default profile, and the Teamleader fields that overrule it (promise B10). */
export function ProfileChoice({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const options = useConnectionOptions(connection)
  const { data: profiles } = useQuery(profilesQuery())
  return (
    <Stack gap="sm" component="section">
      <Title order={3}>{t('integrations.profileTitle')}</Title>
      <Text size="sm" c="dimmed">
        {t('integrations.profileOrder')}
      </Text>
      <NativeSelect
        label={t('integrations.defaultProfile')}
        value={connection.defaultProfileId ?? ''}
        onChange={(event) => options.mutate({ defaultProfileId: event.currentTarget.value || null })}
        data={[
          ...(connection.defaultProfileId ? [] : [{ value: '', label: t('integrations.noDefaultProfile') }]),
          ...(profiles?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <FieldChoice
        connection={connection}
        context="invoice"
        value={connection.invoiceProfileFieldId}
        onChange={(invoiceProfileFieldId) => options.mutate({ invoiceProfileFieldId })}
      />
      <FieldChoice
        connection={connection}
        context="subscription"
        value={connection.subscriptionProfileFieldId}
        onChange={(subscriptionProfileFieldId) => options.mutate({ subscriptionProfileFieldId })}
      />
    </Stack>
  )
}

type FieldChoiceProps = {
  connection: Connection
  context: 'invoice' | 'subscription'
  value: string | null
  onChange: (fieldId: string | null) => void
}

/** Filled from Teamleader's own fields; a chosen field that is gone there stays visible by its id. */
function FieldChoice({ connection, context, value, onChange }: FieldChoiceProps) {
  const { t } = useTranslation()
  const { data, isPending, isError } = useQuery(connectionFieldsQuery(connection.id, context))
  const fields = data?.items ?? []
  const isKnown = !value || fields.some((field) => field.id === value)
  return (
    <NativeSelect
      label={context === 'invoice' ? t('integrations.invoiceField') : t('integrations.subscriptionField')}
      error={isError && t('integrations.fieldsFailed')}
      disabled={isPending || isError}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('integrations.noField') },
        ...fields.map((field) => ({ value: field.id, label: field.label })),
        ...(isKnown ? [] : [{ value: value ?? '', label: value ?? '' }]),
      ]}
    />
  )
}

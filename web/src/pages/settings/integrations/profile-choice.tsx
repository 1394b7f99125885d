import { Anchor, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import type { CrmField } from '../../../client/profile-choices.ts'
import { connectionFieldsQuery, profilesQuery } from '../../../client/queries.ts'
import { FieldOptions } from './field-options.tsx'
import { MakeFields } from './make-fields.tsx'
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
      <MakeFields connection={connection} />
      <Anchor
        size="sm"
        renderRoot={(props) => <Link to="/invoices/profile-choices" search={{}} {...props} />}
      >
        {t('profileFields.seeChoices')}
      </Anchor>
    </Stack>
  )
}

type FieldChoiceProps = {
  connection: Connection
  context: 'invoice' | 'subscription'
  value: string | null
  onChange: (fieldId: string | null) => void
}

/** Filled from Teamleader's own fields; a chosen field that is gone there stays visible, and is said to be gone. */
function FieldChoice({ connection, context, value, onChange }: FieldChoiceProps) {
  const { t } = useTranslation()
  const { data, isPending, isError } = useQuery(connectionFieldsQuery(connection.id, context))
  const { chosen, isGone, offered } = fieldsToOffer(data?.items, value)
  const lost = isGone ? t('profileFields.goneOption') : t('integrations.chosenField')
  return (
    <Stack gap={4}>
      <NativeSelect
        label={context === 'invoice' ? t('integrations.invoiceField') : t('integrations.subscriptionField')}
        error={(isError && t('integrations.fieldsFailed')) || (isGone && t('profileFields.gone'))}
        disabled={isPending || isError}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
        data={[
          { value: '', label: t('integrations.noField') },
          ...offered.map((field) => ({ value: field.id, label: field.label })),
          ...(value && !chosen ? [{ value, label: lost }] : []),
        ]}
      />
      {chosen && <FieldOptions field={chosen} />}
    </Stack>
  )
}

/** A date or an amount names no profile; one that was chosen all the same stays in sight. */
function fieldsToOffer(fields: CrmField[] | undefined, value: string | null) {
  const chosen = fields?.find((field) => field.id === value)
  return {
    chosen,
    isGone: fields !== undefined && value !== null && !chosen,
    offered: (fields ?? []).filter((field) => field.kind !== 'other' || field.id === value),
  }
}

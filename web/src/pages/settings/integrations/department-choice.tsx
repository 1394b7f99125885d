import { MultiSelect, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { departmentsQuery } from '../../../client/queries.ts'
import { useConnectionOptions } from './use-connection-options.ts'

/** Which departments come in; nothing chosen means all. With a single department there is nothing to choose. */
export function DepartmentChoice({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const options = useConnectionOptions(connection)
  const { data } = useQuery(departmentsQuery(connection.id))
  if (!data || data.items.length < 2) return null
  const chosen = connection.departmentExternalIds ?? []
  return (
    <Stack gap="sm" component="section">
      <Title order={3}>{t('integrations.departmentsTitle')}</Title>
      <MultiSelect
        label={t('integrations.departments')}
        description={t('integrations.departmentsHelp')}
        placeholder={chosen.length === 0 ? t('integrations.allDepartments') : undefined}
        data={data.items.map(({ externalId, name }) => ({ value: externalId, label: name }))}
        value={chosen}
        onChange={(ids) => options.mutate({ departmentExternalIds: ids.length > 0 ? ids : null })}
      />
    </Stack>
  )
}

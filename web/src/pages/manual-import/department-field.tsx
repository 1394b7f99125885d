import { Checkbox, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { departmentsQuery } from '../../client/queries.ts'

type DepartmentFieldProps = { account: string; chosen: string[]; onChange: (chosen: string[]) => void }

/** Only there when the account has more than one department, or one is chosen. */
export function DepartmentField({ account, chosen, onChange }: DepartmentFieldProps) {
  const { t } = useTranslation()
  const { data } = useQuery(departmentsQuery(account))
  if (!data || (data.items.length < 2 && chosen.length === 0)) return null
  return (
    <Checkbox.Group
      label={t('manualImport.departments')}
      description={t('manualImport.departmentsHelp')}
      value={chosen}
      onChange={onChange}
    >
      <Group gap="md" mt={6}>
        {data.items.map(({ externalId, name }) => (
          <Checkbox key={externalId} size="xs" value={externalId} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}

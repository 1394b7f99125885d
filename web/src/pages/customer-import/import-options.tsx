import { Checkbox, Radio, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type CustomerImport,
  type ImportChanges,
  type ImportMode,
  importModes,
} from '../../client/customer-files-contract.ts'
import { Card } from '../../parts/facts.tsx'

const matchFields = ['email', 'vatNumber'] as const

type ImportOptionsProps = {
  customerImport: CustomerImport
  isPending: boolean
  onChange: (changes: ImportChanges) => void
}

/** What the file may do, and how a row finds the customer that is there already. */
export function ImportOptions({ customerImport, isPending, onChange }: ImportOptionsProps) {
  const { t } = useTranslation()
  const { mode, match } = customerImport
  return (
    <Card title={t('customerImport.optionsTitle')}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Radio.Group
          label={t('customerImport.modeLabel')}
          value={mode}
          onChange={(value) => onChange({ mode: value as ImportMode })}
        >
          <Stack gap="xs" mt="xs">
            {importModes.map((value) => (
              <Radio
                key={value}
                value={value}
                disabled={isPending}
                label={t(`customerImport.mode.${value}`)}
                description={t(`customerImport.modeHelp.${value}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox.Group
          label={t('customerImport.matchLabel')}
          description={t('customerImport.matchHelp')}
          value={matchFields.filter((field) => match[field])}
          onChange={(chosen) =>
            onChange({ match: { email: chosen.includes('email'), vatNumber: chosen.includes('vatNumber') } })
          }
        >
          <Stack gap="xs" mt="xs">
            {matchFields.map((field) => (
              <Checkbox
                key={field}
                value={field}
                disabled={isPending}
                label={t(`customerImport.match.${field}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </SimpleGrid>
    </Card>
  )
}

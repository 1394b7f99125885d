import { Group, NativeSelect, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerImport, ImportChanges } from '../../client/customer-files-contract.ts'
import { Card } from '../../parts/facts.tsx'

type ReadingCardProps = {
  customerImport: CustomerImport
  isPending: boolean
  onChange: (changes: ImportChanges) => void
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
const delimiters = [',', ';', '\t', '|'] as const
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

/** What was detected about the file itself. Changed, the samples below are read anew. */
export function ReadingCard({ customerImport, isPending, onChange }: ReadingCardProps) {
  const { t } = useTranslation()
  const { reading, problem } = customerImport
  return (
    <Card title={t('customerImport.readingTitle')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`customerImport.format.${reading.format}`)}{' '}
        {t(problem ? 'customerImport.readingProblem' : 'customerImport.readingText')}
      </Text>
      <Group gap="md" align="flex-end">
        {reading.format === 'csv' ? (
          <TextReading customerImport={customerImport} isPending={isPending} onChange={onChange} />
        ) : (
          <SheetChoice customerImport={customerImport} isPending={isPending} onChange={onChange} />
        )}
        {reading.hasHeader && (
          <NativeSelect
            size="xs"
            label={t('customerImport.headerLine')}
            value={String(reading.headerLine ?? 1)}
            disabled={isPending}
            data={linesWith(reading.headerLine ?? 1)}
            onChange={({ currentTarget }) =>
              onChange({ reading: { headerLine: Number(currentTarget.value) } })
            }
          />
        )}
        <Switch
          label={t('customerImport.hasHeader')}
          checked={reading.hasHeader}
          disabled={isPending}
          onChange={({ currentTarget }) => onChange({ reading: { hasHeader: currentTarget.checked } })}
        />
      </Group>
    </Card>
  )
}

/** The first lines, where headers usually are, and the one where they are. */
function linesWith(headerLine: number): string[] {
  const lines = Array.from({ length: 15 }, (_, index) => index + 1)
  return [...new Set([...lines, headerLine])].map(String)
}

function TextReading({ customerImport: { reading }, isPending, onChange }: ReadingCardProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('customerImport.delimiter')}
        value={reading.delimiter ?? ','}
        disabled={isPending}
        data={delimiters.map((value) => ({
          value,
          label: t(`customerImport.delimiters.${delimiterNames[value]}`),
        }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ reading: { delimiter: delimiters.find((one) => one === value) ?? null } })
        }
      />
      <NativeSelect
        size="xs"
        label={t('customerImport.encoding')}
        value={reading.encoding ?? 'utf-8'}
        disabled={isPending}
        data={encodings.map((value) => ({ value, label: t(`customerImport.encodings.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ reading: { encoding: encodings.find((one) => one === value) ?? null } })
        }
      />
    </>
  )
}

function SheetChoice({ customerImport: { reading, sheets }, isPending, onChange }: ReadingCardProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      label={t('customerImport.sheet')}
      value={reading.sheet ?? ''}
      disabled={isPending}
      data={sheets}
      onChange={({ currentTarget }) => onChange({ reading: { sheet: currentTarget.value } })}
    />
  )
}

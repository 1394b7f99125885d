import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Period, periodOf, presets } from './periods.ts'

type PeriodFieldsProps = {
  period: Period
  offered: Period & { timeZone: string }
  error: string | null
  onChange: (period: Partial<Period>) => void
}

/** Two days with the browser's own calendar, and the periods that are asked for most. */
export function PeriodFields({ period, offered, error, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      <Group gap={6} role="group" aria-label={t('manualImport.presets')}>
        {presets.map((preset) => {
          const wanted = periodOf(preset, offered)
          const isChosen = wanted.from === period.from && wanted.to === period.to
          return (
            <Button
              key={preset}
              size="compact-sm"
              variant={isChosen ? 'light' : 'default'}
              aria-pressed={isChosen}
              onClick={() => onChange(wanted)}
            >
              {t(`manualImport.preset.${preset}`)}
            </Button>
          )
        })}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label={t('manualImport.from')}
          value={period.from}
          max={period.to}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('manualImport.to')}
          value={period.to}
          min={period.from}
          error={error}
          onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
        />
      </SimpleGrid>
      <p className="quiet field-help">{t('manualImport.periodHelp', { timeZone: offered.timeZone })}</p>
    </Stack>
  )
}

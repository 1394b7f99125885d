import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import type { Creditor } from '../../client/contract.ts'
import { creditorQuery } from '../../client/queries.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useFormats } from '../../parts/use-formats.ts'

type ClosedPeriod = Creditor['closedPeriods'][number]

/** The days on which the business is closed: for all profiles, so they are given once (promise C2). */
export function ClosedDays() {
  const { t } = useTranslation()
  const { data: business } = useQuery(creditorQuery())
  const save = useSave()
  if (!business) return null
  const periods = business.closedPeriods
  return (
    <Stack gap="sm" mt="lg" component="section" aria-label={t('closedDays.title')}>
      <Stack gap={2}>
        <Title order={2}>{t('closedDays.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('closedDays.text')}
        </Text>
      </Stack>
      {periods.length === 0 ? (
        <Text size="sm">{t('closedDays.none')}</Text>
      ) : (
        <ul className="period-list">
          {periods.map((period) => (
            <PeriodLine
              key={`${period.from} ${period.until} ${period.note}`}
              period={period}
              onRemove={() => save.mutate(periods.filter((one) => one !== period))}
            />
          ))}
        </ul>
      )}
      <AddPeriod
        isSaving={save.isPending}
        onAdd={(period, onAdded) =>
          save.mutate([...periods, period], {
            onSuccess: () => {
              notifyDone(t('closedDays.added'))
              onAdded()
            },
          })
        }
      />
    </Stack>
  )
}

function useSave() {
  const queryClient = useQueryClient()
  return useMutation({
    scope: { id: 'closed-days' },
    mutationFn: (closedPeriods: ClosedPeriod[]) =>
      answer(api.PATCH('/api/v1/creditor', { body: { closedPeriods } })),
    onError: notifyFailure,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['creditor'] })
      void queryClient.invalidateQueries({ queryKey: ['profiles'] })
    },
  })
}

function PeriodLine({ period, onRemove }: { period: ClosedPeriod; onRemove: () => void }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { from, until, note } = period
  const [first, last] = [formats.day(from), formats.day(until)]
  const words = from === until ? first : t('closedDays.period', { from: first, until: last })
  return (
    <li className="reminder-level">
      <span>
        {words}
        {note && <span className="quiet"> · {note}</span>}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('closedDays.remove', { period: words })}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}

type AddPeriodProps = { isSaving: boolean; onAdd: (period: ClosedPeriod, onAdded: () => void) => void }

const empty: ClosedPeriod = { from: '', until: '', note: '' }

function AddPeriod({ isSaving, onAdd }: AddPeriodProps) {
  const { t } = useTranslation()
  const [period, setPeriod] = useState(empty)
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    const { from, until, note } = period
    const wrong =
      from === '' || until === '' ? t('closedDays.needed') : until < from ? t('closedDays.reversed') : null
    setProblem(wrong)
    if (wrong === null) onAdd({ from, until, note: note.trim() }, () => setPeriod(empty))
  }

  return (
    <form noValidate onSubmit={submit}>
      <Group gap="sm" align="flex-start">
        <TextInput
          type="date"
          w={160}
          label={t('closedDays.from')}
          value={period.from}
          // One day is what is given most: the last one follows until it is chosen.
          onChange={({ currentTarget: { value } }) =>
            setPeriod({ ...period, from: value, until: laterDay(period.until, value) })
          }
        />
        <TextInput
          type="date"
          w={160}
          label={t('closedDays.until')}
          value={period.until}
          error={problem}
          onChange={({ currentTarget: { value } }) => setPeriod({ ...period, until: value })}
        />
        <TextInput
          flex={1}
          miw={160}
          maxLength={100}
          label={t('closedDays.note')}
          placeholder={t('closedDays.notePlaceholder')}
          value={period.note}
          onChange={({ currentTarget: { value } }) => setPeriod({ ...period, note: value })}
        />
        <Button
          type="submit"
          size="xs"
          mt={24}
          variant="default"
          loading={isSaving}
          leftSection={<IconPlus size={15} aria-hidden />}
        >
          {t('closedDays.add')}
        </Button>
      </Group>
    </form>
  )
}

function laterDay(a: string, b: string): string {
  return [a, b].toSorted((one, other) => one.localeCompare(other)).at(-1) ?? b
}

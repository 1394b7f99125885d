import { Button, Group, NativeSelect, Paper, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { IconEye, IconTransferIn } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../client/contract.ts'
import { offeredPeriodQuery } from '../../client/invoice-calls.ts'
import { type AskForm, askedOf, choiceOf, numbersIn } from './asked.ts'
import { DepartmentField } from './department-field.tsx'
import { InvitationField } from './invitation-field.tsx'
import { PeriodFields } from './period-fields.tsx'
import type { Period } from './periods.ts'
import { StartFailure } from './start-failure.tsx'
import { useStart } from './use-start.ts'

type AskFieldsProps = {
  connected: Connection[]
  offered: Period & { timeZone: string; invitesFrom: string }
  start: AskForm
}

/** A period or numbers, of all departments or some; then a preview, or the import at once. */
export function AskFields({ connected, offered, start: initial }: AskFieldsProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState(initial)
  const [isTried, setTried] = useState(false)
  const start = useStart()
  const change = (part: Partial<AskForm>) => setForm((before) => ({ ...before, ...part }))
  const { data: ofAccount = offered } = useQuery(offeredPeriodQuery(form.account))
  const { invitesFrom } = ofAccount
  const problem = problemOf(form)

  function go(does: 'preview' | 'import') {
    setTried(true)
    if (!problem) start.mutate({ does, asked: askedOf(form, invitesFrom) })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    go('preview')
  }

  return (
    <Paper
      component="form"
      noValidate
      onSubmit={submit}
      withBorder
      radius="lg"
      p="md"
      maw={640}
      className="block"
    >
      <Stack gap="md">
        {connected.length > 1 && (
          <NativeSelect
            label={t('manualImport.account')}
            value={form.account}
            data={connected.map(({ id, accountName }) => ({ value: id, label: accountName }))}
            onChange={({ currentTarget }) => change({ account: currentTarget.value, departments: [] })}
          />
        )}
        <WhichFields form={form} offered={offered} hasProblem={isTried && problem} onChange={change} />
        <DepartmentField
          key={form.account}
          account={form.account}
          chosen={form.departments}
          onChange={(departments) => change({ departments })}
        />
        <InvitationField
          account={form.account}
          chosen={choiceOf(form, invitesFrom)}
          onChange={(invitations) => change({ invitations })}
        />
        {start.error && <StartFailure failure={start.error} />}
        <Group gap="xs">
          <Button
            type="submit"
            leftSection={<IconEye size={16} aria-hidden />}
            loading={start.isPending && start.variables.does === 'preview'}
          >
            {t('manualImport.preview')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTransferIn size={16} aria-hidden />}
            loading={start.isPending && start.variables.does === 'import'}
            onClick={() => go('import')}
          >
            {t('manualImport.importWithout')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

type WhichFieldsProps = {
  form: AskForm
  offered: Period & { timeZone: string }
  hasProblem: boolean
  onChange: (part: Partial<AskForm>) => void
}

/** By a period, or by numbers. */
function WhichFields({ form, offered, hasProblem, onChange }: WhichFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('manualImport.by')}
        value={form.by}
        data={[
          { value: 'period', label: t('manualImport.byPeriod') },
          { value: 'numbers', label: t('manualImport.byNumbers') },
        ]}
        onChange={(by) => onChange({ by: by === 'numbers' ? 'numbers' : 'period' })}
      />
      {form.by === 'period' ? (
        <PeriodFields
          period={form}
          offered={offered}
          error={hasProblem ? t('manualImport.periodWrong') : null}
          onChange={onChange}
        />
      ) : (
        <Textarea
          label={t('manualImport.numbers')}
          description={t('manualImport.numbersHelp')}
          autosize
          minRows={3}
          maxRows={12}
          value={form.numbers}
          error={hasProblem ? t('manualImport.numbersMissing') : null}
          onChange={({ currentTarget }) => onChange({ numbers: currentTarget.value })}
        />
      )}
    </>
  )
}

function problemOf({ by, from, to, numbers }: AskForm): boolean {
  return by === 'period' ? from === '' || to === '' || from > to : numbersIn(numbers).length === 0
}

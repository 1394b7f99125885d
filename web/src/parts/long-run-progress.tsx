import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../client/contract.ts'
import { isUnderWay } from '../client/long-run-queries.ts'
import { problemText } from './failure-text.ts'
import { LongRunStateMark } from './long-run-state.tsx'
import { useFormats } from './use-formats.ts'
import { useCancelLongRun } from './use-long-run.ts'

type LongRunProgressProps = {
  run: LongRun
  /** What is being done, as a heading of the bar; by its kind when it is not given. */
  title?: string
  /** A sentence below the bar, such as what stays when it is cancelled. */
  note?: string
}

/** How far long work is, how long it will take, and the way to stop it; afterwards how it ended. */
export function LongRunProgress({ run, title, note }: LongRunProgressProps) {
  const { t } = useTranslation()
  const name = useId()
  const heading = title ?? t(`longRun.kind.${run.kind}`)
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600} id={name}>
          {heading}
        </Text>
        {isUnderWay(run) ? <CancelButton run={run} heading={heading} /> : <LongRunStateMark run={run} />}
      </Group>
      {isUnderWay(run) && <Bar run={run} labelledBy={name} />}
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" className="figures wrap">
          <DoneWords run={run} />
        </Text>
        <Text size="sm" c="dimmed">
          <RemainingWords run={run} />
        </Text>
      </Group>
      {run.problem && (
        <Text size="sm" c="var(--vorder-bad)">
          {problemText(t, run.problem)}
        </Text>
      )}
      {note && isUnderWay(run) && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Stack>
  )
}

/** A full striped bar while it is not known how much there is. */
function Bar({ run, labelledBy }: { run: LongRun; labelledBy: string }) {
  const { doneCount, totalCount } = run
  const isKnown = totalCount !== null && totalCount > 0
  const percent = isKnown ? Math.min(100, (doneCount / totalCount) * 100) : 100
  return (
    <Progress.Root key={String(isKnown)} size="md" radius="xl" transitionDuration={200}>
      <Progress.Section
        value={percent}
        animated={!isKnown}
        striped={!isKnown}
        aria-labelledby={labelledBy}
        {...(isKnown ? { 'aria-valuenow': Math.floor(percent) } : { 'aria-valuenow': undefined })}
      />
    </Progress.Root>
  )
}

function DoneWords({ run }: { run: LongRun }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { doneCount, totalCount, state } = run
  if (state === 'waiting') return <>{t('longRun.waiting')}</>
  const done = formats.count(doneCount)
  if (totalCount === null) return <>{t('longRun.doneSoFar', { count: doneCount, done })}</>
  return <>{t('longRun.doneOf', { done, total: formats.count(totalCount) })}</>
}

/** Rounded the way people speak of waiting; nothing when it cannot be told. */
function RemainingWords({ run: { state, remainingSeconds } }: { run: LongRun }) {
  const { t } = useTranslation()
  if (state === 'cancelling') return <>{t('longRun.cancelling')}</>
  if (state !== 'running' || remainingSeconds === null) return null
  if (remainingSeconds < 10) return <>{t('longRun.remainingMoment')}</>
  if (remainingSeconds < 90)
    return <>{t('longRun.remainingSeconds', { count: Math.round(remainingSeconds / 10) * 10 })}</>
  if (remainingSeconds < 90 * 60)
    return <>{t('longRun.remainingMinutes', { count: Math.round(remainingSeconds / 60) })}</>
  return <>{t('longRun.remainingHours', { count: Math.round(remainingSeconds / 3600) })}</>
}

function CancelButton({ run, heading }: { run: LongRun; heading: string }) {
  const { t } = useTranslation()
  const cancel = useCancelLongRun(run.id)
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('longRun.cancelNamed', { name: heading })}
      disabled={run.state === 'cancelling'}
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      {t('common.cancel')}
    </Button>
  )
}

import { ActionIcon, Popover, RingProgress, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../client/contract.ts'
import { LongRunProgress } from '../parts/long-run-progress.tsx'
import { LongRunResult } from '../parts/long-run-result.tsx'

/** In the head of every page while long work is under way: how far it is, and the way to it. */
export function RunningWork({ runs }: { runs: LongRun[] }) {
  const { t } = useTranslation()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  return (
    <Popover
      opened={isOpen}
      onDismiss={close}
      position="bottom-end"
      width={340}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={34} radius="xl" onClick={toggle}>
          <RingProgress
            size={28}
            thickness={4}
            sections={[{ value: share(runs), color: 'petrol' }]}
            aria-hidden
          />
          <span className="hidden-words">{t('longRun.underWayCount', { count: runs.length })}</span>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('longRun.underWay')}>
        <Stack gap="md">
          {runs.map((run) => (
            <Stack gap={4} key={run.id}>
              <LongRunProgress run={run} />
              <Text size="xs" c="dimmed" truncate>
                {run.name}
              </Text>
              <LongRunResult run={run} />
            </Stack>
          ))}
          <Link to="/runs" className="text-link" onClick={close}>
            {t('longRun.all')}
          </Link>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** How much of all of it is done, in percent; a little while it is not known, so that the ring is seen. */
function share(runs: LongRun[]): number {
  const known = runs.filter((run) => run.totalCount !== null && run.totalCount > 0)
  const total = known.reduce((sum, run) => sum + (run.totalCount ?? 0), 0)
  const done = known.reduce((sum, run) => sum + run.doneCount, 0)
  return total === 0 ? 8 : Math.max(8, Math.min(100, (done / total) * 100))
}

import { Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconBroadcast, IconBroadcastOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { ExactInstant } from '../../../parts/instant.tsx'
import { Mark } from '../../../parts/mark.tsx'
import { useFormats, useNow } from '../../../parts/use-formats.ts'

/** Whether Teamleader tells us about changes, when it last did, and when the two were last compared. */
export function HookState({ connection }: { connection: Connection }) {
  const { hook, lastReconciledAt } = connection
  const isFollowing = connection.importInvoicesAutomatically || connection.updateCustomersAutomatically
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  return (
    <Stack gap={6} component="section">
      <Title order={3}>{t('integrations.hooksTitle')}</Title>
      <Mark
        icon={hook.isRegistered ? IconBroadcast : IconBroadcastOff}
        tone={hook.isRegistered ? 'good' : 'quiet'}
      >
        <span className="wrap">
          {hook.isRegistered && t('integrations.hooksRegistered')}
          {!hook.isRegistered && t(isFollowing ? 'integrations.hooksAbsent' : 'integrations.hooksOff')}
        </span>
      </Mark>
      {hook.problem && (
        <Mark icon={IconAlertTriangle} tone="warn">
          <span className="wrap">
            {hook.problem === 'left_behind'
              ? t('integrations.hookLeftBehind')
              : t('integrations.hookProblem', { code: hook.problem })}
          </span>
        </Mark>
      )}
      <Text size="sm" c="dimmed" component="div">
        {hook.lastHeardAt ? (
          <ExactInstant at={hook.lastHeardAt}>
            {t('integrations.hooksLastHeard', { ago: formats.ago(hook.lastHeardAt, now) })}
          </ExactInstant>
        ) : (
          t('integrations.hooksNeverHeard')
        )}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {lastReconciledAt ? (
          <ExactInstant at={lastReconciledAt}>
            {t('integrations.lastCompared', { ago: formats.ago(lastReconciledAt, now) })}
          </ExactInstant>
        ) : (
          t('integrations.neverCompared')
        )}
      </Text>
    </Stack>
  )
}

import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconPlugConnected, IconPlugConnectedX, IconPlugOff } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { Mark } from '../../../parts/mark.tsx'
import { useConnect } from '../../../parts/use-connect.ts'
import { useFormats, useNow } from '../../../parts/use-formats.ts'
import { withLazyTexts } from '../../../texts/lazy-texts.ts'
import { CheckList } from './check-list.tsx'
import { DepartmentChoice } from './department-choice.tsx'
import { DisconnectButton } from './disconnect-button.tsx'
import { ExportCustomers } from './export-customers.tsx'
import { FollowSwitches } from './follow-switches.tsx'
import { HookState } from './hook-state.tsx'
import { ProfileChoice } from './profile-choice.tsx'

const SendingCard = lazy(async () => ({
  default: (await withLazyTexts(import('./sending-card.tsx'))).SendingCard,
}))
const TellSwitches = lazy(async () => ({
  default: (await withLazyTexts(import('./tell-switches.tsx'))).TellSwitches,
}))

/** One connected account: its state, its switches, its checks. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const isConnected = connection.state === 'connected'
  return (
    <Paper withBorder radius="lg" component="section" className="block" aria-label={connection.accountName}>
      <ConnectionHead connection={connection} />
      {isConnected ? (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing={0} className="connection-body">
          <Stack gap="xl" p="lg">
            <FollowSwitches connection={connection} />
            <Suspense>
              <SendingCard connection={connection} />
              <TellSwitches connection={connection} />
            </Suspense>
            <ProfileChoice connection={connection} />
            <DepartmentChoice connection={connection} />
            <ExportCustomers connection={connection} />
          </Stack>
          <Stack gap="xl" p="lg" className="connection-side">
            <CheckList connection={connection} />
            <HookState connection={connection} />
          </Stack>
        </SimpleGrid>
      ) : (
        <NotConnected connection={connection} />
      )}
    </Paper>
  )
}

const looks = {
  connected: { icon: IconPlugConnected, tone: 'good', text: 'integrations.stateConnected' },
  reconnect_needed: { icon: IconPlugConnectedX, tone: 'bad', text: 'integrations.stateReconnect' },
  disconnected: { icon: IconPlugOff, tone: 'quiet', text: 'integrations.stateDisconnected' },
} as const

function ConnectionHead({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const look = looks[connection.state]
  return (
    <Group justify="space-between" p="lg" gap="sm" className="connection-head">
      <Stack gap={2}>
        <Group gap="sm">
          <Title order={2}>{connection.accountName}</Title>
          <Mark icon={look.icon} tone={look.tone}>
            {t(look.text)}
          </Mark>
        </Group>
        <ConnectedBy connection={connection} />
      </Stack>
      {connection.state !== 'disconnected' && <DisconnectButton connection={connection} />}
    </Group>
  )
}

function ConnectedBy({ connection: { connectedAt, connectedUserName, label } }: { connection: Connection }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const ago = formats.ago(connectedAt, useNow())
  const since = connectedUserName
    ? t('integrations.connectedBy', { name: connectedUserName, ago })
    : t('integrations.connectedSince', { ago })
  return (
    <Text size="sm" c="dimmed">
      {label} · {since}
    </Text>
  )
}

function NotConnected({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const connect = useConnect()
  const isBroken = connection.state === 'reconnect_needed'
  return (
    <Stack gap="sm" p="lg" align="flex-start">
      {isBroken ? (
        <Alert color="red" icon={<IconPlugConnectedX />} w="100%">
          {t('integrations.reconnectText')}
        </Alert>
      ) : (
        <Text size="sm">{t('integrations.disconnectedText')}</Text>
      )}
      <Button
        size="sm"
        leftSection={<IconPlugConnected size={17} aria-hidden />}
        loading={connect.isPending}
        onClick={() => connect.mutate()}
      >
        {t('integrations.reconnect')}
      </Button>
    </Stack>
  )
}

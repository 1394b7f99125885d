import { Alert, Button, Group, Text } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { connectionsQuery } from '../client/queries.ts'
import { useConnect } from '../parts/use-connect.ts'

/** One banner on every page while Teamleader refuses a connection (promise N2). */
export function ReconnectBanner() {
  const { t } = useTranslation()
  const { data } = useQuery(connectionsQuery())
  const connect = useConnect()
  const broken = data?.items.filter((connection) => connection.state === 'reconnect_needed') ?? []
  return broken.map((connection) => (
    <Alert
      key={connection.id}
      color="red"
      variant="light"
      icon={<IconPlugConnectedX />}
      mb="md"
      role="alert"
      p="sm"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1} miw={220}>
          {t('shell.reconnectBanner', { account: connection.accountName })}
        </Text>
        <Button size="xs" color="red" loading={connect.isPending} onClick={() => connect.mutate()}>
          {t('shell.reconnectNow')}
        </Button>
      </Group>
    </Alert>
  ))
}

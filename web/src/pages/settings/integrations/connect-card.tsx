import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnect } from '../../../parts/use-connect.ts'

/** Connect the first account, in large; another one, in small. */
export function ConnectCard({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation()
  const connect = useConnect()
  if (!isFirst) {
    return (
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          loading={connect.isPending}
          onClick={() => connect.mutate()}
        >
          {t('integrations.connectAnother')}
        </Button>
      </Group>
    )
  }
  return (
    <Paper withBorder radius="lg" p="lg" className="block">
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{t('integrations.teamleader')}</Title>
        <Text size="sm">{t('integrations.teamleaderText')}</Text>
        <Text size="sm" c="dimmed">
          {t('integrations.connectHint')}
        </Text>
        <Button
          leftSection={<IconPlugConnected size={17} aria-hidden />}
          loading={connect.isPending}
          onClick={() => connect.mutate()}
        >
          {t('integrations.connect')}
        </Button>
      </Stack>
    </Paper>
  )
}

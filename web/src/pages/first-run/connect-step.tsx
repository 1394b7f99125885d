import { Button, Stack, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConnect } from '../../parts/use-connect.ts'

/** Step two: leave for Teamleader's consent page, or later. */
export function ConnectStep() {
  const { t } = useTranslation()
  const connect = useConnect()
  return (
    <Stack gap="sm">
      <Text size="sm">{t('integrations.connectHint')}</Text>
      <Button
        leftSection={<IconPlugConnected size={17} aria-hidden />}
        loading={connect.isPending}
        onClick={() => connect.mutate()}
      >
        {t('integrations.connect')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        renderRoot={(props) => <Link to="/invoices" search={{}} {...props} />}
      >
        {t('firstRun.later')}
      </Button>
    </Stack>
  )
}

import { Button, Stack, Switch, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { useConnectionOptions } from './use-connection-options.ts'

/** What follows Teamleader by itself: invoices, customers, or both in one click. */
export function FollowSwitches({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const options = useConnectionOptions(connection)
  const { importInvoicesAutomatically, updateCustomersAutomatically } = connection
  const isBoth = importInvoicesAutomatically && updateCustomersAutomatically
  return (
    <Stack gap="sm" component="section">
      <div className="block-head">
        <Title order={3}>{t('integrations.followTitle')}</Title>
        {!isBoth && (
          <Button
            size="compact-sm"
            variant="light"
            title={t('integrations.bothHelp')}
            onClick={() =>
              options.mutate({ importInvoicesAutomatically: true, updateCustomersAutomatically: true })
            }
          >
            {t('integrations.both')}
          </Button>
        )}
      </div>
      <Switch
        label={t('integrations.importSwitch')}
        description={t('integrations.importSwitchHelp')}
        checked={importInvoicesAutomatically}
        onChange={(event) => options.mutate({ importInvoicesAutomatically: event.currentTarget.checked })}
      />
      <Switch
        label={t('integrations.customersSwitch')}
        description={t('integrations.customersSwitchHelp')}
        checked={updateCustomersAutomatically}
        onChange={(event) => options.mutate({ updateCustomersAutomatically: event.currentTarget.checked })}
      />
    </Stack>
  )
}

import { Stack, Switch, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { useConnectionOptions } from './use-connection-options.ts'

/** What Vorder tells Teamleader (promises B17, B18): payments that were noted here, and notes on invoices. */
export function TellSwitches({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const options = useConnectionOptions(connection)
  return (
    <Stack gap="sm" component="section">
      <Title order={3}>{t('tellCrm.title')}</Title>
      <Switch
        label={t('tellCrm.writeBack')}
        description={t('tellCrm.writeBackHelp')}
        checked={connection.writeBack}
        onChange={(event) => options.mutate({ writeBack: event.currentTarget.checked })}
      />
      <Switch
        label={t('tellCrm.leaveNotes')}
        description={t('tellCrm.leaveNotesHelp')}
        checked={connection.leaveNotes}
        onChange={(event) => options.mutate({ leaveNotes: event.currentTarget.checked })}
      />
    </Stack>
  )
}

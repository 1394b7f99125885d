import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** Why nothing was connected, and what to do. */
export function ConnectProblem({ code }: { code: string }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" icon={<IconPlugConnectedX />} role="alert">
      {problemText(t, code)}
    </Alert>
  )
}

/** `refused`: the person said no at Teamleader. `expired`, `foreign`, `used`: the way back did not fit the way there. */
function problemText(t: TFunction, code: string): string {
  if (/refused|denied/.test(code)) return t('integrations.connectRefused')
  if (/expired|foreign|used|state/.test(code)) return t('integrations.connectExpired')
  return t('integrations.connectFailed', { code })
}

import { Code, Group, List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { bounceAddressQuery } from '../../client/message-calendar-calls.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Card } from '../../parts/facts.tsx'

/** Where a mail provider reports what comes back, and how that is set up. Only administrators are told the address. */
export function BounceCard() {
  const { t } = useTranslation()
  const { data } = useQuery(bounceAddressQuery())
  if (!data) return null
  return (
    <Card title={t('addresses.bounceTitle')}>
      <p className="plain">{t('addresses.bounceIntro')}</p>
      <Group gap={4} wrap="nowrap" my="xs">
        <Code className="wrap">{data.url}</Code>
        <CopyButton value={data.url} label={t('addresses.bounceCopy')} />
      </Group>
      <List size="sm" spacing={4} className="quiet">
        <List.Item>{t('addresses.bounceServer')}</List.Item>
        <List.Item>{t('addresses.bounceProvider')}</List.Item>
        <List.Item>{t('addresses.bounceWithout')}</List.Item>
      </List>
    </Card>
  )
}

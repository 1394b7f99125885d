import { Alert, Anchor, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { Card } from '../../parts/facts.tsx'

/** Which profile, and why this one (promise B10). */
export function ProfileCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const { profile, profileReason, warning } = invoice
  return (
    <Card title={t('invoice.profileTitle')}>
      <p className="card-name">{profile.name}</p>
      <Text size="sm">{profileReason.title}</Text>
      <Text size="sm" c="dimmed">
        {profileReason.explanation}
      </Text>
      <Anchor
        size="sm"
        mt={4}
        renderRoot={(props) => (
          <Link
            to="/invoices/profile-choices"
            search={invoice.number ? { q: invoice.number } : {}}
            {...props}
          />
        )}
      >
        {t('profileChoices.seeHow')}
      </Anchor>
      {warning && (
        <Alert color="amber" icon={<IconAlertTriangle />} title={warning.title} mt="sm" p="xs">
          {warning.detail}
        </Alert>
      )}
    </Card>
  )
}

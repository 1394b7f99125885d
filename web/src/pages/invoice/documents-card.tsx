import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { Card } from '../../parts/facts.tsx'
import { DocumentState } from './document-state.tsx'

/** The PDF and the UBL: where each stands, why, when it is tried again, and the button (promises B11 to B13). */
export function DocumentsCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  return (
    <Card title={t('documents.title')}>
      {invoice.documents.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('documents.none')}
        </Text>
      )}
      <Stack gap="md">
        {invoice.documents.map((document) => (
          <DocumentState key={document.kind} invoice={invoice} document={document} />
        ))}
      </Stack>
    </Card>
  )
}

import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import type { DocumentKind } from '../../client/invoice-contract.ts'
import { Card } from '../../parts/facts.tsx'
import { DocumentActions } from './document-actions.tsx'
import { DocumentState } from './document-state.tsx'

const kinds = ['pdf', 'ubl'] as const

/** The PDF and the UBL: where each stands, why, when it is tried again, and the button (promises B11 to B13). */
export function DocumentsCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  return (
    <Card title={t('documents.title')}>
      <Stack gap="md">
        {kinds.map((kind) => {
          const document = invoice.documents.find((one) => one.kind === kind)
          return document ? (
            <DocumentState key={kind} invoice={invoice} document={document} />
          ) : (
            <NotAsked key={kind} invoice={invoice} kind={kind} />
          )
        })}
      </Stack>
    </Card>
  )
}

/** A document that the settings do not ask for; a person can. */
function NotAsked({ invoice, kind }: { invoice: Invoice; kind: DocumentKind }) {
  const { t } = useTranslation()
  return (
    <section className="document" aria-label={t(`documents.kind.${kind}`)}>
      <strong>{t(`documents.kind.${kind}`)}</strong>
      <Text size="sm" c="dimmed">
        {t('documents.notAsked')}
      </Text>
      <DocumentActions invoice={invoice} kind={kind} hasFile={false} />
    </section>
  )
}

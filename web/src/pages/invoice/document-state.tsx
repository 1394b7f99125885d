import { Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHourglass, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import type { InvoiceDocument } from '../../client/invoice-contract.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { ExactInstant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { DocumentActions } from './document-actions.tsx'

const looks = {
  retrieved: { icon: IconCircleCheck, tone: 'good' },
  waiting: { icon: IconHourglass, tone: 'busy' },
  under_way: { icon: IconLoader2, tone: 'busy' },
  given_up: { icon: IconAlertTriangle, tone: 'bad' },
} as const

const minuteMs = 60_000

type DocumentStateProps = { invoice: Invoice; document: InvoiceDocument }

/** One document: its state, what went wrong last, and what happens next. */
export function DocumentState({ invoice, document }: DocumentStateProps) {
  const { t } = useTranslation()
  const { kind, standing } = document
  const look = looks[lookOf(document)]
  return (
    <section className="document" aria-label={t(`documents.kind.${kind}`)}>
      <div className="document-head">
        <strong>{t(`documents.kind.${kind}`)}</strong>
        <Mark icon={look.icon} tone={look.tone}>
          {standing.title}
        </Mark>
      </div>
      <WhatIsSo document={document} />
      <Schedule document={document} />
      <DocumentActions invoice={invoice} kind={kind} hasFile={document.hasFile} />
    </section>
  )
}

/** What is being fetched has a code of its own; a code that this page does not know looks like its state. */
function lookOf({ state, standing }: InvoiceDocument): keyof typeof looks {
  return standing.code === 'under_way' ? 'under_way' : state
}

function WhatIsSo({ document }: { document: InvoiceDocument }) {
  const { t } = useTranslation()
  const { state, standing, lastError, lastErrorDetail, isStale } = document
  if (state === 'retrieved' && !isStale) return <FileFacts document={document} />
  return (
    <>
      {isStale && (
        <Mark icon={IconAlertTriangle} tone="warn">
          {t('documents.stale')}
        </Mark>
      )}
      {lastError ? (
        <Text size="sm" component="div">
          <span className="with-icon">
            <strong>{lastError.title}</strong>
            {lastErrorDetail && <CopyButton value={lastErrorDetail} label={t('documents.copyDetail')} />}
          </span>
          <div className="quiet">{lastError.explanation}</div>
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {standing.explanation}
        </Text>
      )}
      {lastError && state === 'given_up' && (
        <Text size="sm" c="dimmed">
          {standing.explanation}
        </Text>
      )}
    </>
  )
}

function FileFacts({ document: { kind, retrievedAt, sizeBytes, sha256 } }: { document: InvoiceDocument }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  return (
    <p className="document-line">
      {retrievedAt && (
        <ExactInstant at={retrievedAt}>
          {t('documents.retrievedAt', { ago: formats.ago(retrievedAt, now) })}
        </ExactInstant>
      )}
      {sizeBytes !== null && <span className="figures">{formats.bytes(sizeBytes)}</span>}
      {sha256 && (
        <span className="with-icon figures">
          {t('documents.hash')} {sha256.slice(0, 12)}…
          <CopyButton value={sha256} label={t('documents.copyHash', { kind: t(`documents.kind.${kind}`) })} />
        </span>
      )}
    </p>
  )
}

/** How often it was tried, and when next: relative, with the exact moment on hover and beside it. */
function Schedule({ document: { attempts, lastTriedAt, nextTryAt } }: { document: InvoiceDocument }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  if (attempts === 0 && !nextTryAt) return null
  const isSoon = nextTryAt !== null && Date.parse(nextTryAt) - now.getTime() < minuteMs
  return (
    <p className="document-line">
      {attempts > 0 && <span className="figures">{t('documents.attempts', { count: attempts })}</span>}
      {attempts > 0 && lastTriedAt && (
        <ExactInstant at={lastTriedAt}>
          {t('documents.lastTried', { ago: formats.ago(lastTriedAt, now) })}
        </ExactInstant>
      )}
      {nextTryAt && (
        <span>
          {isSoon ? t('documents.nextTrySoon') : t('documents.nextTry', { ago: formats.ago(nextTryAt, now) })}{' '}
          <span className="figures">({formats.moment(nextTryAt)})</span>
        </span>
      )}
    </p>
  )
}

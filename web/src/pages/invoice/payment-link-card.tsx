import { Button, Group, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PaymentLink, paymentLinkQuery } from '../../client/invoice-asking-calls.ts'
import { sessionQuery } from '../../client/queries.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Card } from '../../parts/facts.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { lastDayBefore } from './link-end.ts'
import { type LinkChange, PaymentLinkDialog } from './payment-link-dialog.tsx'

/** The address at which the customer pays: to copy, to look at, to renew, to end and to close. */
export function PaymentLinkCard({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation()
  const [change, setChange] = useState<LinkChange | null>(null)
  const { data: link, error, refetch } = useQuery(paymentLinkQuery(invoiceId))
  return (
    <Card title={t('paymentLink.title')}>
      {error && !link && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {link && (
        <>
          {link.url && <LinkField url={link.url} />}
          <p className="plain quiet">
            <Standing link={link} />
          </p>
          <LinkActions link={link} onChange={setChange} />
          {change && (
            <PaymentLinkDialog
              invoiceId={invoiceId}
              link={link}
              change={change}
              onClose={() => setChange(null)}
            />
          )}
        </>
      )}
    </Card>
  )
}

function LinkField({ url }: { url: string }) {
  const { t } = useTranslation()
  return (
    <TextInput
      readOnly
      size="xs"
      mb={6}
      aria-label={t('paymentLink.link')}
      value={url}
      onFocus={(event) => event.currentTarget.select()}
      rightSection={<CopyButton value={url} label={t('paymentLink.copy')} />}
    />
  )
}

function Standing({ link: { state, expiresAt } }: { link: PaymentLink }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const timeZone = useQuery(sessionQuery()).data?.creditor?.timeZone ?? 'Europe/Brussels'
  if (state === 'revoked') return t('paymentLink.revoked')
  if (!expiresAt) return t('paymentLink.noEnd')
  const day = formats.day(lastDayBefore(expiresAt, timeZone))
  return state === 'expired' ? t('paymentLink.expired', { day }) : t('paymentLink.works', { day })
}

type LinkActionsProps = { link: PaymentLink; onChange: (change: LinkChange) => void }

function LinkActions({ link: { url, state, expiresAt }, onChange }: LinkActionsProps) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" mt="sm">
      {url && (
        <Button
          size="compact-sm"
          variant="default"
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconExternalLink size={14} aria-label={t('common.opensElsewhere')} />}
        >
          {t('paymentLink.open')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => onChange('renew')}>
        {t('paymentLink.renew')}
      </Button>
      {state !== 'revoked' && (
        <>
          <Button size="compact-sm" variant="subtle" onClick={() => onChange('end')}>
            {expiresAt ? t('paymentLink.changeEnd') : t('paymentLink.end')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => onChange('close')}>
            {t('paymentLink.close')}
          </Button>
        </>
      )}
    </Group>
  )
}

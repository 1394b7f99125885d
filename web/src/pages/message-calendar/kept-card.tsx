import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptInvoice } from '../../client/message-calendar-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { Card } from '../../parts/facts.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { InvoiceLine } from './invoice-line.tsx'

const shownAtFirst = 10

/** What somebody can mend comes first; what is as it should be comes last. */
const lastOnes = [
  'on_hold',
  'disputed',
  'promised',
  'by_hand_only',
  'before_live',
  'without_invitations',
  'not_invited',
  'reminders_off',
  'all_sent',
]

/** Open invoices for which nothing goes out, by the reason, with what mends it. */
export function KeptCard({ kept }: { kept: KeptInvoice[] }) {
  const { t } = useTranslation()
  const groups = [...byReason(kept)].toSorted(([a], [b]) => lastOnes.indexOf(a) - lastOnes.indexOf(b))
  return (
    <div className="kept">
      <Card title={t('calendar.keptTitle')}>
        <p className="plain quiet">{kept.length > 0 ? t('calendar.keptIntro') : t('calendar.keptNone')}</p>
        {groups.map(([code, own]) => (
          <Group key={code} code={code} kept={own} />
        ))}
      </Card>
    </div>
  )
}

function byReason(kept: readonly KeptInvoice[]): Map<string, KeptInvoice[]> {
  const groups = new Map<string, KeptInvoice[]>()
  for (const one of kept) {
    const own = groups.get(one.why.code)
    if (own) own.push(one)
    else groups.set(one.why.code, [one])
  }
  return groups
}

function Group({ code, kept }: { code: string; kept: KeptInvoice[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [shown, setShown] = useState(shownAtFirst)
  const why = kept[0]?.why
  if (!why) return null
  return (
    <details className="kept-group">
      <summary>
        <span className="strong">{why.title}</span>
        <span className="filter-count figures">{formats.count(kept.length)}</span>
        <span className="quiet kept-why">{why.explanation}</span>
      </summary>
      <Remedy code={code} />
      <ul className="cards" aria-label={why.title}>
        {kept.slice(0, shown).map(({ invoice }) => (
          <li key={invoice.id} className="card">
            <InvoiceLine invoice={invoice}>
              <span className="kept-facts">
                {invoice.dueDate && (
                  <span className="quiet nowrap">
                    {t('calendar.due', { day: formats.day(invoice.dueDate) })}
                  </span>
                )}
                <Amount money={invoice.open} />
              </span>
            </InvoiceLine>
          </li>
        ))}
      </ul>
      {kept.length > shown && (
        <Button variant="subtle" size="xs" onClick={() => setShown(shown + 100)}>
          {t('calendar.more')}
        </Button>
      )}
    </details>
  )
}

/** Where it is mended for all of them at once; for the rest the customer or the invoice of each line is the place. */
function Remedy({ code }: { code: string }) {
  const { t } = useTranslation()
  if (code === 'undeliverable_address' || code === 'invitation_refused') {
    return (
      <Link to="/settings/addresses" className="text-link">
        {t('calendar.toAddresses')}
      </Link>
    )
  }
  if (code === 'not_live' || code === 'reconnect_needed') {
    return (
      <Link to="/settings/integrations" search={{}} className="text-link">
        {t('calendar.toIntegrations')}
      </Link>
    )
  }
  if (code === 'reminders_off' || code === 'by_hand_only') {
    return (
      <Link to="/settings/profiles" className="text-link">
        {t('calendar.toProfiles')}
      </Link>
    )
  }
  return null
}

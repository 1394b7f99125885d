import { ActionIcon, Tooltip } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconFileSpreadsheet,
  IconLink,
  IconPencil,
  IconPin,
  IconPinFilled,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Customer, CustomerField } from '../../client/customer-contract.ts'
import { isEmptyValue, isSameValue } from '../../parts/customer-form/customer-form.ts'
import { useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { flagsOf } from './field-flags.ts'
import { usePin } from './use-customer-change.ts'

type FactRowProps = { field: CustomerField; customer: Customer }

/** One fact: its value, where it comes from, what Teamleader says, and the pin. */
export function FactRow({ field, customer }: FactRowProps) {
  const { t } = useTranslation()
  const words = useFactWords()
  const { facts, crmFacts } = customer
  const value = facts[field]
  const isPinned = customer.pinnedFields.includes(field)
  return (
    <div className="fact-row">
      <dt>{words.short(field)}</dt>
      <dd>
        <div className="fact-line">
          <FactValue field={field} customer={customer} />
          <OriginMark origin={originOf(customer, field)} />
          {crmFacts && !customer.anonymisedAt && <PinButton field={field} customer={customer} />}
        </div>
        {crmFacts && isPinned && (
          <CrmValue isSame={isSameValue(value, crmFacts[field])} text={words.value(field, crmFacts[field])} />
        )}
        {crmFacts && !isPinned && !isSameValue(value, crmFacts[field]) && (
          <CrmValue isSame={false} text={words.value(field, crmFacts[field])} />
        )}
        {flagsOf(customer, field).map((flag) => (
          <p key={flag} className="fact-flag">
            <IconAlertTriangle size={14} className="fact-flag-icon" aria-hidden />
            {t(`customerFlag.${flag}`)}
          </p>
        ))}
      </dd>
    </div>
  )
}

function FactValue({ field, customer }: FactRowProps) {
  const { t } = useTranslation()
  const words = useFactWords()
  const value = customer.facts[field]
  if (isEmptyValue(value)) return <span className="quiet">{t('customer.empty')}</span>
  if (!Array.isArray(value)) return <span className="fact-value">{words.value(field, value)}</span>
  return (
    <span className="tags">
      {value.map((address) => (
        <span key={address} className="tag">
          {address}
        </span>
      ))}
    </span>
  )
}

function CrmValue({ isSame, text }: { isSame: boolean; text: string }) {
  const { t } = useTranslation()
  if (isSame) return <p className="crm-says">{t('customer.crmSaysSame')}</p>
  return (
    <p className="crm-says">{text ? t('customer.crmSays', { value: text }) : t('customer.crmSaysNothing')}</p>
  )
}

type Origin = 'crm' | 'pinned' | 'changed' | 'hand' | 'file' | 'invoice'

/** A field of a linked customer that differs from Teamleader was changed by hand, or its change is on the way. */
function originOf(customer: Customer, field: CustomerField): Origin {
  const { crmFacts, facts, pinnedFields, origin } = customer
  if (!crmFacts) return origin === 'crm' ? 'hand' : origin
  if (pinnedFields.includes(field)) return 'pinned'
  return isSameValue(facts[field], crmFacts[field]) ? 'crm' : 'changed'
}

const origins = {
  crm: { icon: IconLink, words: 'customer.fromCrm' },
  pinned: { icon: IconPencil, words: 'customer.pinned' },
  changed: { icon: IconPencil, words: 'customer.overwritten' },
  hand: { icon: IconPencil, words: 'customer.byHand' },
  file: { icon: IconFileSpreadsheet, words: 'customer.fromFile' },
  invoice: { icon: IconLink, words: 'customer.fromInvoice' },
} as const satisfies Record<Origin, { icon: Icon; words: string }>

function OriginMark({ origin }: { origin: Origin }) {
  const { t } = useTranslation()
  const { icon: Glyph, words } = origins[origin]
  return (
    <Tooltip label={t(words)} multiline maw={280} withArrow>
      <span className={origin === 'changed' ? 'origin changed' : 'origin'} role="img" aria-label={t(words)}>
        <Glyph size={14} stroke={1.8} aria-hidden />
      </span>
    </Tooltip>
  )
}

function PinButton({ field, customer }: FactRowProps) {
  const { t } = useTranslation()
  const words = useFactWords()
  const pin = usePin(customer.id)
  const isPinned = customer.pinnedFields.includes(field)
  const name = { field: words.long(field) }
  const label = isPinned ? t('customer.unpin', name) : t('customer.pin', name)
  return (
    <Tooltip label={label} withArrow>
      <ActionIcon
        size={24}
        variant="subtle"
        color={isPinned ? 'petrol' : 'gray'}
        className="pin"
        aria-pressed={isPinned}
        aria-label={label}
        loading={pin.isPending}
        onClick={() => pin.mutate({ field, isPinned: !isPinned })}
      >
        {isPinned ? <IconPinFilled size={15} aria-hidden /> : <IconPin size={15} stroke={1.7} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}

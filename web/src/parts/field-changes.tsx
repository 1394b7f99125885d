import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Activity } from '../client/contract.ts'
import { profilesQuery } from '../client/queries.ts'
import { customerFields } from './customer-form/customer-form.ts'
import { useFactWords } from './customer-form/use-fact-words.ts'

/** More than this fills the page; the facts themselves stand beside. */
const shownAtMost = 6

type Change = Activity['changes'][number]

/** What of a customer changed, field by field, and which field a pin is about. */
export function FieldChanges({ activity: { field, changes } }: { activity: Activity }) {
  const { t } = useTranslation()
  const name = useFieldName()
  if (changes.length === 0) return field ? <p className="quiet">{name(field)}</p> : null
  return (
    <ul className="field-changes">
      {changes.slice(0, shownAtMost).map((change) => (
        <ChangeLine key={change.field} change={change} name={name(change.field)} />
      ))}
      {changes.length > shownAtMost && (
        <li>{t('customer.moreChanges', { count: changes.length - shownAtMost })}</li>
      )}
    </ul>
  )
}

function ChangeLine({ change, name }: { change: Change; name: string }) {
  const { t } = useTranslation()
  const valueText = useValueText(change.field)
  const [before, after] = [valueText(change.before), valueText(change.after)]
  return (
    <li>
      {name}: <del>{before || t('customer.empty')}</del> <span aria-hidden>→</span>{' '}
      <ins>{after || t('customer.empty')}</ins>
    </li>
  )
}

function useFieldName(): (field: string) => string {
  const { t } = useTranslation()
  const words = useFactWords()
  return (field) => {
    if (field === 'number' || field === 'profileId') return t(`customerField.${field}`)
    const known = customerFields.find((candidate) => candidate === field)
    return known ? words.long(known) : field
  }
}

/** A profile is remembered by its id, and shown by its name. */
function useValueText(field: string): (value: Change['before']) => string {
  const words = useFactWords()
  const isProfile = field === 'profileId'
  const { data: profiles } = useQuery({ ...profilesQuery(), enabled: isProfile })
  const known = customerFields.find((candidate) => candidate === field)
  return (value) => {
    if (isProfile) return profiles?.items.find(({ id }) => id === value)?.name ?? ''
    if (known) return words.value(known, value)
    return Array.isArray(value) ? value.join(', ') : (value ?? '')
  }
}

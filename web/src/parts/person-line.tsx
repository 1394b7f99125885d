import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomerKindIcon } from './customer-kind-icon.tsx'

type PersonLineProps = {
  kind: 'company' | 'person'
  name: string
  facts: (string | null)[]
  children?: ReactNode
}

/** A company or a person in a list of results: who, and what tells two of the same name apart. */
export function PersonLine({ kind, name, facts, children }: PersonLineProps) {
  const { t } = useTranslation()
  return (
    <span className="person-line">
      <CustomerKindIcon kind={kind} />
      <span className="person-words">
        <span className="strong clip">{name || t('customers.noName')}</span>
        <span className="quiet clip">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {children}
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import type { CustomerField, FieldValue } from '../../client/customer-contract.ts'
import { useRegionNames } from '../use-region-names.ts'

export type FactWords = {
  /** The name of a field where its group says the rest. */
  short: (field: CustomerField) => string
  /** The name of a field that stands alone. */
  long: (field: CustomerField) => string
  value: (field: CustomerField, value: FieldValue) => string
}

/** Names and values of a customer's fields for people: languages and countries by name, several addresses as a list. */
export function useFactWords(): FactWords {
  const { t } = useTranslation()
  const names = useRegionNames()
  return {
    short: (field) => t(`customerField.${field}`),
    long: (field) => (isInvoicing(field) ? t(`customerLongField.${field}`) : t(`customerField.${field}`)),
    value: (field, value) => {
      if (Array.isArray(value)) return value.join(', ')
      if (!value) return ''
      if (field === 'language') return names.language(value)
      if (field === 'country' || field === 'invoicingCountry') return names.region(value)
      return value
    },
  }
}

type InvoicingField = Extract<CustomerField, `invoicing${string}`>

function isInvoicing(field: CustomerField): field is InvoicingField {
  return field.startsWith('invoicing')
}

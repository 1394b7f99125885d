import type { ReactNode } from 'react'
import type { CustomerField } from '../../client/customer-contract.ts'
import { CustomerFieldInput, type CustomerFormState } from './customer-field-input.tsx'
import { type CustomerGroup, customerGroups } from './customer-form.ts'

type CustomerFieldsProps = {
  group: CustomerGroup
  form: CustomerFormState
  below?: (field: CustomerField) => ReactNode
}

/** Those that are read together stand side by side where there is room. */
const widths: Partial<Record<CustomerField, string>> = {
  firstName: 'half',
  lastName: 'half',
  mobile: 'half',
  language: 'half',
  postalCode: 'third',
  city: 'rest',
  invoicingPostalCode: 'third',
  invoicingCity: 'rest',
}

/** The inputs of one group of facts. */
export function CustomerFields({ group, form, below }: CustomerFieldsProps) {
  return (
    <div className="fields">
      {customerGroups[group].map((field) => (
        <div key={field} className={`field ${widths[field] ?? 'full'}`}>
          <CustomerFieldInput field={field} form={form} />
          {below?.(field)}
        </div>
      ))}
    </div>
  )
}

import type { TFunction } from 'i18next'
import { ApiFailure } from '../../client/api.ts'
import type { CustomerFormState } from './customer-field-input.tsx'
import type { CustomerForm } from './customer-form.ts'

export type CustomerFormErrors = Partial<Record<keyof CustomerForm, string>>

/** What the server refused of a customer's form, by field, in the language of the page. */
export function customerFormErrors(t: TFunction, failure: unknown): CustomerFormErrors {
  if (!(failure instanceof ApiFailure)) return {}
  if (failure.code === 'number_taken') return { number: t('customer.numberTaken') }
  return Object.fromEntries(
    failure.fields.map(({ path, message }) => {
      const field = fieldOf(path)
      return [field, words(t, field) ?? message]
    }),
  )
}

/** Says what is wrong at its field, and goes to the first of them: the form may be longer than the screen. */
export function showErrors(form: CustomerFormState, errors: CustomerFormErrors): void {
  form.setErrors(errors)
  const [first] = Object.keys(errors)
  if (first) form.getInputNode(first)?.focus()
}

/** `facts.cc.0` is about `cc`. */
function fieldOf(path: string): string {
  return (
    path
      .split('.')
      .filter((part) => part !== 'facts' && !/^\d+$/.test(part))
      .at(-1) ?? path
  )
}

function words(t: TFunction, field: string): string | null {
  if (field === 'email') return t('customer.emailLooksWrong')
  if (field === 'cc') return t('customerFlag.invalid_cc')
  if (field === 'companyName') return t('newCustomer.nameNeeded')
  return null
}

/** The customer that stands in the way, when there is one. */
export function ownerOf(failure: unknown): string | null {
  return failure instanceof ApiFailure ? (failure.details.customerId ?? null) : null
}

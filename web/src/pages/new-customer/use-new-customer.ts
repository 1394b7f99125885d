import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createCustomer } from '../../client/customer-calls.ts'
import type { CrmDraft, CustomerField, CustomerLink, NewCustomer } from '../../client/customer-contract.ts'
import { customerQuery } from '../../client/customer-queries.ts'
import type { CustomerFormState } from '../../parts/customer-form/customer-field-input.tsx'
import {
  type CustomerForm,
  differingFields,
  emptyFacts,
  factsOf,
  formOf,
} from '../../parts/customer-form/customer-form.ts'
import { customerFormErrors, showErrors } from '../../parts/customer-form/customer-form-errors.ts'
import { newKey } from '../../parts/new-key.ts'
import { notifyDone } from '../../parts/notify.ts'

/** What Teamleader has of the picked customer. */
export type PickedCustomer = CrmDraft & { link: CustomerLink; name: string }

export type NewCustomerState = {
  form: CustomerFormState
  picked: PickedCustomer | null
  /** Filled in otherwise than Teamleader has it. */
  changed: CustomerField[]
  isPinned: (field: CustomerField) => boolean
  setPinned: (field: CustomerField, isPinned: boolean) => void
  prefill: (picked: PickedCustomer) => void
  unlink: () => void
  /** A pick that would replace what was typed, until that is decided. */
  asked: { picked: PickedCustomer; fields: CustomerField[] } | null
  decide: (choice: 'crm' | 'typed' | null) => void
  submit: () => void
  isBusy: boolean
  failure: Error | null
  isUnsaved: () => boolean
}

const emptyForm = formOf(emptyFacts, { number: '', profileId: null })

/** Everything the form of a new customer knows; nothing of it is stored before it is sent. */
export function useNewCustomer(): NewCustomerState {
  const { t } = useTranslation()
  const form = useForm<CustomerForm>({ initialValues: emptyForm })
  const [picked, setPicked] = useState<PickedCustomer | null>(null)
  const [asked, setAsked] = useState<NewCustomerState['asked']>(null)
  const [unpinned, setUnpinned] = useState<ReadonlySet<CustomerField>>(new Set())
  const facts = factsOf(form.values)
  const changed = picked ? differingFields(facts, picked.facts) : []
  const isPinned = (field: CustomerField) => !unpinned.has(field)
  const create = useCreate((failure) => showErrors(form, customerFormErrors(t, failure)))

  function fill(next: PickedCustomer, kept: CustomerField[]) {
    const { number, profileId } = form.values
    const values = formOf(next.facts, { number, profileId })
    form.setValues({ ...values, ...Object.fromEntries(kept.map((field) => [field, form.values[field]])) })
    form.clearErrors()
    setPicked(next)
    setAsked(null)
    setUnpinned(new Set())
  }

  function prefill(next: PickedCustomer) {
    const typed = differingFields(facts, picked?.facts ?? emptyFacts)
    const fields = differingFields(facts, next.facts).filter((field) => typed.includes(field))
    if (fields.length > 0) setAsked({ picked: next, fields })
    else fill(next, [])
  }

  function submit() {
    if (create.isPending || create.isSuccess) return
    const { companyName, firstName, lastName } = facts
    if (!picked && !companyName && !firstName && !lastName) {
      showErrors(form, { companyName: t('newCustomer.nameNeeded') })
      return
    }
    create.mutate(requestOf(form.values, { picked, pin: changed.filter(isPinned) }))
  }

  return {
    form,
    picked,
    changed,
    isPinned,
    setPinned: (field, isOn) => setUnpinned(isOn ? without(unpinned, field) : new Set([...unpinned, field])),
    prefill,
    unlink: () => setPicked(null),
    asked,
    decide: (choice) => {
      if (asked && choice) fill(asked.picked, choice === 'typed' ? asked.fields : [])
      setAsked(null)
    },
    submit,
    // Also while the page of the new customer opens: a second press must find nothing to press.
    isBusy: create.isPending || create.isSuccess,
    failure: create.error,
    isUnsaved: () => !create.isSavedNow() && (picked !== null || form.isDirty()),
  }
}

function without<T>(set: ReadonlySet<T>, gone: T): ReadonlySet<T> {
  return new Set([...set].filter((member) => member !== gone))
}

type Rest = { picked: PickedCustomer | null; pin: CustomerField[] }

function requestOf(values: CustomerForm, { picked, pin }: Rest): NewCustomer {
  const number = values.number.trim()
  return {
    facts: factsOf(values),
    ...(number && { number }),
    ...(values.profileId && { profileId: values.profileId }),
    ...(picked && { link: picked.link, pin }),
  }
}

/** One key per opened form: pressed twice, or sent again after a lost answer, it is one customer. */
function useCreate(onFailed: (failure: Error) => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [key] = useState(newKey)
  // A ref, because the page is left in the same moment: nothing is lost any more, and nobody has to be asked.
  const isSaved = useRef(false)
  const create = useMutation({
    mutationFn: (request: NewCustomer) => createCustomer(request, key),
    onError: onFailed,
    onSuccess: (customer) => {
      isSaved.current = true
      notifyDone(t('newCustomer.added', { name: customer.name || customer.number }))
      queryClient.setQueryData(customerQuery(customer.id).queryKey, customer)
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      void queryClient.invalidateQueries({ queryKey: ['crm-customers'] })
      void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } })
    },
  })
  return { ...create, isSavedNow: () => isSaved.current }
}

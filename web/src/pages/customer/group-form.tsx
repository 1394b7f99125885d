import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../client/api.ts'
import type { Customer, CustomerChanges, CustomerField } from '../../client/customer-contract.ts'
import { CustomerFields } from '../../parts/customer-form/customer-fields.tsx'
import {
  type CustomerForm,
  type CustomerGroup,
  customerGroups,
  factsOf,
  formOf,
  isSameValue,
} from '../../parts/customer-form/customer-form.ts'
import { customerFormErrors, ownerOf, showErrors } from '../../parts/customer-form/customer-form-errors.ts'
import { OwnFields } from '../../parts/customer-form/own-fields.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useEdit } from './use-customer-change.ts'

type GroupFormProps = {
  group: CustomerGroup
  customer: Customer
  onSaved: (changed: CustomerField[]) => void
  onCancel: () => void
}

/** Changes some facts in place. Only what was changed is sent, so that it undoes nobody else's work. */
export function GroupForm({ group, customer, onSaved, onCancel }: GroupFormProps) {
  const { t } = useTranslation()
  const { facts, number, profile } = customer
  const initial = formOf(facts, { number, profileId: profile?.id ?? null })
  const form = useForm({ initialValues: initial })
  const edit = useEdit(customer.id)

  function save(values: CustomerForm) {
    const changes = changesOf(group, form.getInitialValues(), values)
    edit.mutate(changes, {
      onSuccess: () => {
        notifyDone(t('customer.saved'))
        onSaved(Object.keys(changes.facts ?? {}) as CustomerField[])
      },
      onError: (failure) => {
        const errors = customerFormErrors(t, failure)
        showErrors(form, errors)
        if (Object.keys(errors).length === 0 || !(failure instanceof ApiFailure)) notifyFailure(failure)
      },
    })
  }

  const submit = form.onSubmit(save)
  useHotkeys([['mod+Enter', () => submit()]], [])
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => element.current?.querySelector('input')?.focus(), [])

  return (
    <form ref={element} noValidate onSubmit={submit}>
      <Stack gap="sm">
        <CustomerFields group={group} form={form} />
        {group === 'who' && <OwnFields form={form} ownerId={ownerOf(edit.error)} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={edit.isPending} disabled={!form.isDirty()}>
            {t('customer.save')}
          </Button>
          <Button variant="default" size="xs" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function changesOf(group: CustomerGroup, before: CustomerForm, after: CustomerForm): CustomerChanges {
  const was = factsOf(before)
  const is = factsOf(after)
  const fields = customerGroups[group].filter((field) => !isSameValue(was[field], is[field]))
  const facts = Object.fromEntries(fields.map((field) => [field, is[field]]))
  return {
    ...(fields.length > 0 && { facts }),
    ...(after.number !== before.number && { number: after.number.trim() }),
    ...(after.profileId !== before.profileId && { profileId: after.profileId || null }),
  }
}

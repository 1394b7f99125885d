import { Alert, Anchor, Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconAlertTriangle, IconLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../client/api.ts'
import type { CustomerField } from '../../client/customer-contract.ts'
import { CustomerFields } from '../../parts/customer-form/customer-fields.tsx'
import type { CustomerGroup } from '../../parts/customer-form/customer-form.ts'
import { ownerOf } from '../../parts/customer-form/customer-form-errors.ts'
import { OwnFields } from '../../parts/customer-form/own-fields.tsx'
import { useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { Card } from '../../parts/facts.tsx'
import { failureText } from '../../parts/failure-text.ts'
import type { NewCustomerState } from './use-new-customer.ts'

const left: CustomerGroup[] = ['who', 'reach']
const right: CustomerGroup[] = ['address', 'invoicing', 'numbers']

/** All that can be said of a customer. Ctrl or Cmd with Enter adds it from anywhere in the form. */
export function NewCustomerForm({ customer }: { customer: NewCustomerState }) {
  const { t } = useTranslation()
  const { form, picked, asked, submit, isBusy } = customer
  const element = useRef<HTMLFormElement>(null)
  useHotkeys([['mod+Enter', submit]], [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a pick, too: the dialog that had the focus is gone
  useEffect(() => {
    if (!asked) element.current?.querySelector('input')?.focus()
  }, [asked, picked])
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {picked && <Prefilled customer={customer} />}
      <Refusal customer={customer} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className="story">
        {[left, right].map((groups) => (
          <Stack gap="md" key={groups[0]}>
            {groups.map((group) => (
              <Card key={group} title={t(`customerGroup.${group}`)}>
                <Stack gap="sm">
                  <CustomerFields
                    group={group}
                    form={form}
                    below={(field) => <Difference field={field} customer={customer} />}
                  />
                  {group === 'who' && <OwnFields form={form} ownerId={ownerOf(customer.failure)} isNew />}
                </Stack>
              </Card>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
      <Group gap="sm" className="form-foot">
        <Button type="submit" size="sm" loading={isBusy}>
          {t('newCustomer.add')}
        </Button>
        <Button
          size="sm"
          variant="default"
          renderRoot={(props) => <Link to="/customers" search={{}} {...props} />}
        >
          {t('newCustomer.cancel')}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('newCustomer.addHint')}
        </Text>
      </Group>
    </form>
  )
}

function Prefilled({ customer: { picked, unlink } }: { customer: NewCustomerState }) {
  const { t } = useTranslation()
  if (!picked) return null
  return (
    <Alert
      color="petrol"
      icon={<IconLink />}
      title={t('newCustomer.prefilled', { name: picked.name })}
      p="sm"
      mb="md"
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">{picked.isActive ? t('newCustomer.prefilledText') : t('newCustomer.inactive')}</Text>
        <Button size="compact-sm" variant="default" onClick={unlink}>
          {t('newCustomer.unlink')}
        </Button>
      </Group>
    </Alert>
  )
}

/** Why it was not added, with the customer that stands in the way; what is wrong with a field stands at the field. */
function Refusal({ customer: { failure } }: { customer: NewCustomerState }) {
  const { t } = useTranslation()
  if (!failure) return null
  const code = failure instanceof ApiFailure ? failure.code : ''
  const ownerId = code === 'already_a_customer' ? ownerOf(failure) : null
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle />}
      title={t('customer.saveFailed')}
      role="alert"
      p="sm"
      mb="md"
    >
      <Text size="sm">{refusalText()}</Text>
      {ownerId && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/customers/$customerId" params={{ customerId: ownerId }} {...props} />
          )}
        >
          {t('customer.openCustomer')}
        </Anchor>
      )}
      {code === 'idempotency_key_reused' && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/customers" search={{ sort: 'createdAt', order: 'desc' }} {...props} />
          )}
        >
          {t('customer.openCustomer')}
        </Anchor>
      )}
    </Alert>
  )

  function refusalText(): string {
    if (code === 'number_taken') return t('customer.numberTaken')
    if (code === 'already_a_customer') return t('customer.alreadyCustomer')
    if (code === 'idempotency_key_reused') return t('customer.alreadyAdded')
    return failureText(t, failure)
  }
}

type DifferenceProps = { field: CustomerField; customer: NewCustomerState }

/** A field that was changed after the pick: what Teamleader has, and whether this survives its next change. */
function Difference({ field, customer }: DifferenceProps) {
  const { t } = useTranslation()
  const words = useFactWords()
  const { picked, changed, isPinned, setPinned } = customer
  if (!picked || !changed.includes(field)) return null
  const value = words.value(field, picked.facts[field])
  return (
    <div className="difference" role="status">
      <Text size="xs" c="dimmed">
        {value ? t('newCustomer.changed', { value }) : t('newCustomer.changedEmpty')}
      </Text>
      <Checkbox
        size="xs"
        label={t('newCustomer.keepMine')}
        checked={isPinned(field)}
        onChange={(event) => setPinned(field, event.currentTarget.checked)}
      />
    </div>
  )
}

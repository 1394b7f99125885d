import { Alert, Button, Group, Radio, Stack, Table, Text } from '@mantine/core'
import { IconArrowsJoin2, IconLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergeCustomers } from '../../client/customer-calls.ts'
import type { Customer, MergeSide, MergeChoice as Part } from '../../client/customer-contract.ts'
import { customerFields, differingFields, isEmptyValue } from '../../parts/customer-form/customer-form.ts'
import { type FactWords, useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useShowCustomer } from './use-customer-change.ts'

type MergeChoiceProps = { customer: Customer; other: Customer; onBack: () => void; onClose: () => void }
type Taken = Partial<Record<Part, MergeSide>>

/** Field by field: what stays of which. */
export function MergeChoice({ customer, other, onBack, onClose }: MergeChoiceProps) {
  const { t } = useTranslation()
  const parts = differingParts(customer, other)
  const [take, setTake] = useState<Taken>(() => suggestion(customer, other))
  const merge = useMerge(customer, other.id, onClose)
  // The search that had the focus is gone.
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => element.current?.querySelector<HTMLElement>('input:checked, button')?.focus(), [])
  const sameCount = customerFields.filter(
    (field) => !isEmptyValue(customer.facts[field]) && !parts.includes(field),
  ).length
  return (
    <Stack gap="md" ref={element}>
      <Text size="sm" c="dimmed">
        {t('customerMerge.compareText')}
      </Text>
      {customer.isLinked !== other.isLinked && (
        <Alert color="petrol" p="xs">
          {t('customerMerge.linkedSurvives')}
        </Alert>
      )}
      {parts.length === 0 ? (
        <Text size="sm">{t('customerMerge.allSame')}</Text>
      ) : (
        <SideBySide
          customer={customer}
          other={other}
          parts={parts}
          take={take}
          onTake={(part, side) => setTake({ ...take, [part]: side })}
        />
      )}
      {parts.length > 0 && sameCount > 0 && (
        <Text size="sm" c="dimmed">
          {t('customerMerge.same', { count: sameCount })}
        </Text>
      )}
      <Group justify="space-between" gap="xs">
        <Button variant="subtle" size="xs" onClick={onBack}>
          {t('customerMerge.other')}
        </Button>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            size="xs"
            leftSection={<IconArrowsJoin2 size={15} aria-hidden />}
            loading={merge.isPending}
            onClick={() => merge.mutate(take)}
          >
            {t('customerMerge.confirm')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

function useMerge(customer: Customer, otherId: string, onDone: () => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const show = useShowCustomer()
  return useMutation({
    mutationFn: (take: Taken) => mergeCustomers(customer.id, { otherId, take }),
    onError: notifyFailure,
    onSuccess: ({ customer: survivor }) => {
      show(survivor)
      notifyDone(t('customerMerge.done', { name: survivor.name || survivor.number }))
      onDone()
      if (survivor.id !== customer.id)
        void navigate({ to: '/customers/$customerId', params: { customerId: survivor.id }, replace: true })
    },
  })
}

function differingParts(one: Customer, other: Customer): Part[] {
  const facts = differingFields(one.facts, other.facts)
  const isProfile = (one.profile?.id ?? null) !== (other.profile?.id ?? null)
  return [...facts, 'number', ...(isProfile ? (['profileId'] as const) : [])]
}

/** This one, except where it has nothing; of a linked customer Teamleader's facts come first. */
function suggestion(one: Customer, other: Customer): Taken {
  const isOtherFirst = other.isLinked && !one.isLinked
  const [first, second]: MergeSide[] = isOtherFirst ? ['other', 'this'] : ['this', 'other']
  const leading = isOtherFirst ? other : one
  const choices = differingParts(one, other).map((part) => [part, isMissing(leading, part) ? second : first])
  return Object.fromEntries(choices)
}

function isMissing(customer: Customer, part: Part): boolean {
  if (part === 'number') return false
  if (part === 'profileId') return customer.profile === null
  return isEmptyValue(customer.facts[part])
}

type SideBySideProps = {
  customer: Customer
  other: Customer
  parts: Part[]
  take: Taken
  onTake: (part: Part, side: MergeSide) => void
}

function SideBySide({ customer, other, parts, take, onTake }: SideBySideProps) {
  const { t } = useTranslation()
  const words = useFactWords()
  const sides = [
    ['this', customer],
    ['other', other],
  ] as const
  const partName = (part: Part) => (isOwn(part) ? t(`customerField.${part}`) : words.long(part))
  return (
    <Table className="differences merge-table" aria-label={t('customerMerge.table')} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('customerMerge.field')}</Table.Th>
          {sides.map(([side, { name, number, isLinked }]) => (
            <Table.Th key={side} scope="col">
              {`${name || t('customers.noName')} (${number})`}
              {isLinked && <LinkedMark />}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map((part) => (
          <Table.Tr key={part}>
            <Table.Th scope="row" id={`merge-${part}`}>
              {partName(part)}
            </Table.Th>
            {sides.map(([side, candidate]) => (
              <Table.Td key={side}>
                <Radio
                  name={`merge-${part}`}
                  size="xs"
                  aria-label={`${partName(part)}: ${partText(words, candidate, part) || t('customer.empty')}`}
                  label={partText(words, candidate, part) || t('customer.empty')}
                  checked={take[part] === side}
                  onChange={() => onTake(part, side)}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Which of the two follows Teamleader. */
function LinkedMark() {
  const { t } = useTranslation()
  const words = t('customers.linked')
  return (
    <span className="link-icon" role="img" aria-label={words} title={words}>
      <IconLink size={14} aria-hidden />
    </span>
  )
}

function isOwn(part: Part): part is 'number' | 'profileId' {
  return part === 'number' || part === 'profileId'
}

function partText(words: FactWords, customer: Customer, part: Part): string {
  if (part === 'number') return customer.number
  if (part === 'profileId') return customer.profile?.name ?? ''
  return words.value(part, customer.facts[part])
}

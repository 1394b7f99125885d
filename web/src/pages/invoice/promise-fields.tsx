import { SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../client/contract.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { promised, type TypedPromise } from './typed-promise.ts'
import { useToday } from './use-today.ts'

type PromiseFieldsProps = { promise: TypedPromise; open: Money; onChange: (promise: TypedPromise) => void }

/** By when, and whether all of it or a part. */
export function PromiseFields({ promise, open, onChange }: PromiseFieldsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const today = useToday()
  const isWrong = promised(promise, open) === undefined
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        data-autofocus
        required
        type="date"
        min={today}
        label={t('asking.promisedFor')}
        description={promise.day && t('asking.waitsUntil', { day: formats.day(promise.day) })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={promise.day}
        onChange={(event) => onChange({ ...promise, day: event.currentTarget.value })}
      />
      <TextInput
        required
        inputMode="decimal"
        label={t('asking.promisedAmount', { currency: open.currency })}
        description={t('asking.ofOpen', { amount: formats.money(open) })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={isWrong && t('asking.wrongAmount', { amount: formats.money(open) })}
        value={promise.amount}
        onChange={(event) => onChange({ ...promise, amount: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}

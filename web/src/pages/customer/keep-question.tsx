import { Alert, Button, Group, Text } from '@mantine/core'
import { IconPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Customer, CustomerField } from '../../client/customer-contract.ts'
import { isSameValue } from '../../parts/customer-form/customer-form.ts'
import { useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { notifyFailure } from '../../parts/notify.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { useEdit } from './use-customer-change.ts'

type KeepQuestionProps = { customer: Customer; changed: CustomerField[]; onAnswered: () => void }

/** After an edit of what follows Teamleader: shall it survive the next refresh (promise A16)? */
export function KeepQuestion({ customer, changed, onAnswered }: KeepQuestionProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const words = useFactWords()
  const edit = useEdit(customer.id)
  const fields = changed.filter((field) => isAtRisk(customer, field))
  if (fields.length === 0) return null
  return (
    <Alert color="petrol" icon={<IconPin />} title={t('customer.keepTitle')} mt="sm" p="sm" role="status">
      <Text size="sm">
        {t('customer.keepText', { count: fields.length, fields: formats.list(fields.map(words.long)) })}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          size="compact-sm"
          loading={edit.isPending}
          onClick={() => edit.mutate({ pin: fields }, { onSuccess: onAnswered, onError: notifyFailure })}
        >
          {t('customer.keepPin')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onAnswered}>
          {t('customer.keepFollow')}
        </Button>
      </Group>
    </Alert>
  )
}

function isAtRisk({ crmFacts, facts, pinnedFields }: Customer, field: CustomerField): boolean {
  return crmFacts !== null && !pinnedFields.includes(field) && !isSameValue(facts[field], crmFacts[field])
}

import { Button, Group, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { undoMerge } from '../../client/customer-calls.ts'
import type { CustomerMerge } from '../../client/customer-contract.ts'
import { Card } from '../../parts/facts.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { useShowCustomer } from './use-customer-change.ts'

/** Who became part of this customer, and the way back. */
export function MergesCard({ merges }: { merges: CustomerMerge[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('customerMerge.mergedTitle')}>
      {merges.map((merge) => (
        <Merge key={merge.id} merge={merge} />
      ))}
    </Card>
  )
}

function Merge({ merge }: { merge: CustomerMerge }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const show = useShowCustomer()
  const { name, number, mergedAt } = merge
  const undo = useMutation({
    mutationFn: () => undoMerge(merge.id),
    onError: notifyFailure,
    onSuccess: ({ customer, other }) => {
      show(customer)
      show(other)
      notifyDone(t('customerMerge.undone', { name: other.name || other.number }))
    },
  })
  return (
    <Group justify="space-between" gap="sm" className="merge">
      <Text size="sm">
        {t('customerMerge.mergedAt', {
          name: name || t('customers.noName'),
          number,
          ago: formats.ago(mergedAt, now),
        })}
      </Text>
      {merge.canUndo && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          title={t('customerMerge.undoText', { name })}
          loading={undo.isPending}
          onClick={() => undo.mutate()}
        >
          {t('customerMerge.undo')}
        </Button>
      )}
    </Group>
  )
}

import { Button, Stack, Table, Text, Title } from '@mantine/core'
import { useDidUpdate } from '@mantine/hooks'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshCustomer } from '../../client/customer-calls.ts'
import type { Customer, CustomerField, CustomerRefresh, FieldValue } from '../../client/customer-contract.ts'
import { useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useShowCustomer } from './use-customer-change.ts'

/** Takes over what Teamleader has now, and shows what that changed (promise A15). */
export function RefreshButton({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const [result, setResult] = useState<CustomerRefresh | null>(null)
  const show = useShowCustomer()
  const refresh = useMutation({
    mutationFn: () => refreshCustomer(customer.id),
    onError: notifyFailure,
    onSuccess: (answer) => {
      show(answer.customer)
      if (answer.changes.length + answer.kept.length > 0) setResult(answer)
      else notifyDone(t('customerRefresh.nothing'))
    },
  })
  // A busy button loses the focus; whoever pressed it by keyboard goes on from there.
  const button = useRef<HTMLButtonElement>(null)
  useDidUpdate(() => {
    if (!refresh.isPending && !result) button.current?.focus()
  }, [refresh.isPending, result])
  return (
    <>
      <Button
        ref={button}
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden />}
        loading={refresh.isPending}
        onClick={() => refresh.mutate()}
      >
        {t('customer.refresh')}
      </Button>
      {result && <RefreshResult result={result} onClose={() => setResult(null)} />}
    </>
  )
}

function RefreshResult({ result, onClose }: { result: CustomerRefresh; onClose: () => void }) {
  const { t } = useTranslation()
  const { changes, kept } = result
  return (
    <Dialog onClose={onClose} title={t('customerRefresh.title')} size="lg">
      <Stack gap="md">
        <Text size="sm">
          {changes.length > 0
            ? t('customerRefresh.changed', { count: changes.length })
            : t('customerRefresh.noChange')}
        </Text>
        {changes.length > 0 && (
          <Differences
            label={t('customerRefresh.table')}
            heads={[t('customerRefresh.before'), t('customerRefresh.after')]}
            rows={changes.map(({ field, before, after }) => ({ field, values: [before, after] }))}
          />
        )}
        {kept.length > 0 && (
          <section>
            <Title order={3} mb={4}>
              {t('customerRefresh.keptTitle')}
            </Title>
            <Differences
              label={t('customerRefresh.keptTitle')}
              heads={[t('customerRefresh.yours'), t('customerRefresh.crm')]}
              rows={kept.map(({ field, value, crmValue }) => ({ field, values: [value, crmValue] }))}
            />
          </section>
        )}
      </Stack>
    </Dialog>
  )
}

type DifferencesProps = {
  label: string
  heads: [string, string]
  rows: { field: CustomerField; values: [FieldValue, FieldValue] }[]
}

/** Two values of each field side by side. */
function Differences({ label, heads, rows }: DifferencesProps) {
  const { t } = useTranslation()
  const words = useFactWords()
  return (
    <Table className="differences" aria-label={label} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          {[t('customerRefresh.field'), ...heads].map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ field, values: [one, other] }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{words.long(field)}</Table.Th>
            <Table.Td>
              <Value text={words.value(field, one)} />
            </Table.Td>
            <Table.Td>
              <Value text={words.value(field, other)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Value({ text }: { text: string }) {
  const { t } = useTranslation()
  return text ? text : <span className="quiet">{t('customer.empty')}</span>
}

import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { factsOf } from '../../parts/customer-form/customer-form.ts'
import { useFactWords } from '../../parts/customer-form/use-fact-words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import type { NewCustomerState } from './use-new-customer.ts'

/** Before a pick replaces what somebody typed. */
export function OverwriteQuestion({ customer }: { customer: NewCustomerState }) {
  const { t } = useTranslation()
  const words = useFactWords()
  const { asked, decide, form } = customer
  if (!asked) return null
  const typed = factsOf(form.values)
  return (
    <Dialog onClose={() => decide(null)} title={t('newCustomer.overwriteTitle')} size="lg">
      <Stack gap="md">
        <Text size="sm">{t('newCustomer.overwriteText')}</Text>
        <Table className="differences" layout="fixed" aria-label={t('newCustomer.overwriteColumns')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('customerRefresh.field')}</Table.Th>
              <Table.Th scope="col">{t('newCustomer.yours')}</Table.Th>
              <Table.Th scope="col">{t('newCustomer.crm')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {asked.fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{words.long(field)}</Table.Th>
                <Table.Td>{words.value(field, typed[field]) || t('customer.empty')}</Table.Td>
                <Table.Td>{words.value(field, asked.picked.facts[field]) || t('customer.empty')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" onClick={() => decide('typed')}>
            {t('newCustomer.keepTyped')}
          </Button>
          <Button size="xs" data-autofocus onClick={() => decide('crm')}>
            {t('newCustomer.takeCrm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

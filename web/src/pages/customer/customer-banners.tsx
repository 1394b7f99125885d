import { Alert } from '@mantine/core'
import { IconMailOff, IconUserOff, IconUserQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
import { undeliverableAddressesQuery } from '../../client/message-calendar-calls.ts'
import { useFormats } from '../../parts/use-formats.ts'

/** What has to be known before anything else: gone from Teamleader (promise A17), or anonymised. */
export function CustomerBanners({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { gone, anonymisedAt } = customer
  return (
    <>
      {anonymisedAt && (
        <Alert color="gray" icon={<IconUserQuestion />} title={t('customer.anonymisedTitle')} mb="md">
          {t('customer.anonymisedText', { day: formats.day(anonymisedAt.slice(0, 10)) })}
        </Alert>
      )}
      <AddressBanner customer={customer} />
      {gone && !anonymisedAt && (
        <Alert color="amber" icon={<IconUserOff />} title={gone.title} mb="md">
          {gone.explanation}
        </Alert>
      )}
    </>
  )
}

/** Mail to the customer came back: nothing more goes there (promise C8). */
function AddressBanner({ customer: { id } }: { customer: Customer }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data } = useQuery(undeliverableAddressesQuery(id))
  if (!data || data.items.length === 0) return null
  const addresses = formats.list(data.items.map(({ address }) => address))
  return (
    <Alert
      color="amber"
      icon={<IconMailOff />}
      title={t('addresses.ofCustomer', { count: data.items.length, addresses })}
      mb="md"
    >
      {t('addresses.ofCustomerText')}{' '}
      <Link to="/settings/addresses" className="text-link">
        {t('addresses.title')}
      </Link>
    </Alert>
  )
}

import { Alert } from '@mantine/core'
import { IconUserOff, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
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
      {gone && !anonymisedAt && (
        <Alert color="amber" icon={<IconUserOff />} title={gone.title} mb="md">
          {gone.explanation}
        </Alert>
      )}
    </>
  )
}

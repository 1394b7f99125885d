import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowLeft, IconDatabaseSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { connectionsQuery } from '../../client/queries.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { FindInCrm } from './find-in-crm.tsx'
import { LeaveQuestion } from './leave-question.tsx'
import { NewCustomerForm } from './new-customer-form.tsx'
import { OverwriteQuestion } from './overwrite-question.tsx'
import { useNewCustomer } from './use-new-customer.ts'

/** A customer by hand, or picked from Teamleader and changed as one likes (promises A7 to A9). */
export function NewCustomerPage() {
  const { t } = useTranslation()
  const [isFinding, finding] = useDisclosure(false)
  const customer = useNewCustomer()
  const hasCrm = useHasCrm()
  return (
    <div className="new-customer">
      <Link to="/customers" search={{}} className="back-link">
        <IconArrowLeft size={15} aria-hidden />
        {t('customer.back')}
      </Link>
      <PageHead title={t('newCustomer.title')} intro={t('newCustomer.intro')}>
        {hasCrm && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconDatabaseSearch size={15} aria-hidden />}
            onClick={finding.open}
          >
            {t('newCustomer.find')}
          </Button>
        )}
      </PageHead>
      <NewCustomerForm customer={customer} />
      {isFinding && (
        <FindInCrm
          onClose={finding.close}
          onPick={(draft) => {
            finding.close()
            customer.prefill(draft)
          }}
        />
      )}
      <OverwriteQuestion customer={customer} />
      <LeaveQuestion isDirty={customer.isUnsaved} />
    </div>
  )
}

/** Without a connection there is nothing to find in. */
function useHasCrm(): boolean {
  const { data } = useQuery(connectionsQuery())
  return data?.items.some((connection) => connection.state === 'connected') ?? false
}

import { IconBuilding, IconMailOff, IconUser, IconUserOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { Card, Fact, Facts } from '../../parts/facts.tsx'
import { Mark } from '../../parts/mark.tsx'
import { useRegionNames } from '../../parts/use-region-names.ts'

/** Who owes it, as Teamleader has them. */
export function CustomerCard({ customer }: { customer: Invoice['customer'] }) {
  const { t } = useTranslation()
  const names = useRegionNames()
  const isCompany = customer.kind === 'company'
  const place = [customer.city, customer.country && names.region(customer.country)].filter(Boolean)
  const kind = (
    <Mark icon={isCompany ? IconBuilding : IconUser} tone="quiet">
      {isCompany ? t('invoice.company') : t('invoice.person')}
    </Mark>
  )
  return (
    <Card title={t('invoice.customerTitle')} action={kind}>
      <p className="card-name">
        <Link to="/customers/$customerId" params={{ customerId: customer.id }} className="row-link">
          {customer.name || t('customers.noName')}
        </Link>
      </p>
      {customer.goneCause && (
        <Mark icon={IconUserOff} tone="warn">
          {t('invoice.customerGone')}
        </Mark>
      )}
      <Facts>
        <Fact name={t('invoice.email')}>
          {customer.email ?? (
            <Mark icon={IconMailOff} tone="warn">
              {t('invoice.noEmail')}
            </Mark>
          )}
        </Fact>
        <Fact name={t('invoice.cc')}>
          {customer.cc.length > 0 ? customer.cc.map((address) => <div key={address}>{address}</div>) : null}
        </Fact>
        <Fact name={t('invoice.customerNumber')}>
          <span className="figures">{customer.number}</span>
        </Fact>
        <Fact name={t('invoice.vatNumber')}>{customer.vatNumber}</Fact>
        <Fact name={t('invoice.place')}>{place.join(', ')}</Fact>
        <Fact name={t('invoice.language')}>{customer.language && names.language(customer.language)}</Fact>
      </Facts>
    </Card>
  )
}

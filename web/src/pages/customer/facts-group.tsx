import { Button } from '@mantine/core'
import { useDidUpdate } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer, CustomerField } from '../../client/customer-contract.ts'
import { type CustomerGroup, customerGroups, isEmptyValue } from '../../parts/customer-form/customer-form.ts'
import { Card, Fact, Facts } from '../../parts/facts.tsx'
import { FactRow } from './fact-row.tsx'
import { flagsOf } from './field-flags.ts'
import { GroupForm } from './group-form.tsx'
import { KeepQuestion } from './keep-question.tsx'

type FactsGroupProps = { group: CustomerGroup; customer: Customer }

/** Some facts that belong together: to read, or to change. */
export function FactsGroup({ group, customer }: FactsGroupProps) {
  const { t } = useTranslation()
  const [isEdited, setEdited] = useState(false)
  const [asked, setAsked] = useState<CustomerField[]>([])
  const title = t(`customerGroup.${group}`)
  const editButton = useRef<HTMLButtonElement>(null)
  useDidUpdate(() => {
    if (!isEdited) editButton.current?.focus()
  }, [isEdited])

  function saved(changed: CustomerField[]) {
    setEdited(false)
    setAsked(changed)
  }

  function answered() {
    setAsked([])
    editButton.current?.focus()
  }

  return (
    <Card
      title={title}
      action={
        isEdited || customer.anonymisedAt ? null : (
          <Button
            ref={editButton}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-label={t('customer.editNamed', { group: title })}
            onClick={() => setEdited(true)}
          >
            {t('customer.edit')}
          </Button>
        )
      }
    >
      {isEdited ? (
        <GroupForm group={group} customer={customer} onSaved={saved} onCancel={() => setEdited(false)} />
      ) : (
        <GroupFacts group={group} customer={customer} />
      )}
      <KeepQuestion customer={customer} changed={asked} onAnswered={answered} />
    </Card>
  )
}

function GroupFacts({ group, customer }: FactsGroupProps) {
  const { t } = useTranslation()
  const shown = customerGroups[group].filter((field) => isWorthShowing(customer, field))
  if (shown.length === 0 && group !== 'who')
    return <p className="quiet plain">{t('customer.nothingKnown')}</p>
  return (
    <Facts>
      {shown.map((field) => (
        <FactRow key={field} field={field} customer={customer} />
      ))}
      {group === 'who' && <OurOwn customer={customer} />}
    </Facts>
  )
}

/** What is empty is left out, unless that is the news: pinned, other in Teamleader, or missed. */
function isWorthShowing(customer: Customer, field: CustomerField): boolean {
  const { facts, crmFacts, pinnedFields } = customer
  if (!isEmptyValue(facts[field]) || pinnedFields.includes(field)) return true
  return flagsOf(customer, field).length > 0 || Boolean(crmFacts && !isEmptyValue(crmFacts[field]))
}

/** What Vorder itself knows of the customer. */
function OurOwn({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  return (
    <>
      <Fact name={t('customerField.number')}>
        <span className="figures">{customer.number}</span>
      </Fact>
      <Fact name={t('customerField.profileId')}>
        {customer.profile?.name ?? <span className="quiet">{t('customer.noProfile')}</span>}
      </Fact>
    </>
  )
}

import { Anchor, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { profilesQuery } from '../../client/queries.ts'
import type { CustomerFormState } from './customer-field-input.tsx'

type OwnFieldsProps = {
  form: CustomerFormState
  /** Who has the number, when it was refused. */
  ownerId: string | null
  isNew?: boolean
}

/** What only Vorder knows of a customer: its number (with the note of promise A9) and its profile. */
export function OwnFields({ form, ownerId, isNew = false }: OwnFieldsProps) {
  const { t } = useTranslation()
  const { data: profiles } = useQuery(profilesQuery())
  return (
    <>
      <div className="field">
        <TextInput
          label={t('customerField.number')}
          placeholder={isNew ? t('newCustomer.numberPlaceholder') : ''}
          description={isNew ? t('newCustomer.numberNote') : t('customer.numberHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          {...form.getInputProps('number')}
        />
        {form.errors.number && ownerId && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/customers/$customerId" params={{ customerId: ownerId }} {...props} />
            )}
          >
            {t('customer.openOwner')}
          </Anchor>
        )}
      </div>
      <NativeSelect
        label={t('customerField.profileId')}
        description={t('customer.profileHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data={[
          { value: '', label: t('customer.noProfile') },
          ...(profiles?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []),
        ]}
        {...form.getInputProps('profileId')}
      />
    </>
  )
}

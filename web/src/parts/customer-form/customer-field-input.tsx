import { Select, TagsInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerField } from '../../client/customer-contract.ts'
import { countryCodes } from '../../texts/country-codes.ts'
import { useLanguageOptions } from '../use-language-options.ts'
import { useRegionNames } from '../use-region-names.ts'
import type { CustomerForm } from './customer-form.ts'

export type CustomerFormState = UseFormReturnType<CustomerForm>

type CustomerFieldInputProps = {
  field: CustomerField
  form: CustomerFormState
}

/** The help stands below, so that inputs side by side line up. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

const helps = {
  companyName: 'customer.companyNameHelp',
  cc: 'customer.ccHelp',
  peppolId: 'customer.peppolHelp',
} as const

/** The input of one fact, by its kind: text, addresses, a language, a country. */
export function CustomerFieldInput({ field, form }: CustomerFieldInputProps) {
  const { t } = useTranslation()
  const shared = {
    size: 'sm',
    label: t(`customerField.${field}`),
    description: field in helps ? t(helps[field as keyof typeof helps]) : undefined,
    autoComplete: 'off',
    inputWrapperOrder: order,
  }
  const props = { ...shared, ...form.getInputProps(field) }
  if (field === 'cc') return <TagsInput {...props} splitChars={[',', ';', ' ']} />
  if (field === 'language') return <LanguageInput form={form} props={props} />
  if (field === 'country' || field === 'invoicingCountry')
    return <CountryInput field={field} form={form} props={props} />
  const isEmail = field === 'email'
  return (
    <TextInput
      {...props}
      type={isEmail ? 'email' : 'text'}
      inputMode={field === 'mobile' ? 'tel' : undefined}
    />
  )
}

type ChoiceProps = { form: CustomerFormState; props: object }

function LanguageInput({ form, props }: ChoiceProps) {
  const options = useLanguageOptions(form.values.language)
  return <Choice {...props} data={options} />
}

function CountryInput({ field, form, props }: ChoiceProps & { field: 'country' | 'invoicingCountry' }) {
  const names = useRegionNames()
  const current = form.values[field]
  const options = useMemo(() => {
    const known = countryCodes.map((code) => ({ value: code, label: names.region(code) }))
    const isKnown = !current || countryCodes.includes(current)
    return isKnown ? known : [{ value: current, label: current }, ...known]
  }, [names, current])
  return <Choice {...props} data={options} />
}

type SelectProps = {
  data: { value: string; label: string }[]
  value?: string
  onChange?: (value: string) => void
}

/** A list to search in; clearing it gives an empty text. */
function Choice({ value, onChange, ...props }: SelectProps) {
  return (
    <Select
      {...props}
      value={value || null}
      searchable
      clearable
      limit={60}
      onChange={(value) => onChange?.(value ?? '')}
    />
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const groups = [
  { name: 'who', targets: ['companyName', 'firstName', 'lastName', 'number'] },
  { name: 'reach', targets: ['email', 'cc', 'mobile', 'language'] },
  { name: 'address', targets: ['addressLine', 'postalCode', 'city', 'country'] },
  {
    name: 'invoicing',
    targets: [
      'invoicingAddressee',
      'invoicingAddressLine',
      'invoicingPostalCode',
      'invoicingCity',
      'invoicingCountry',
    ],
  },
  { name: 'numbers', targets: ['vatNumber', 'enterpriseNumber', 'peppolId', 'profile'] },
  { name: 'crm', targets: ['crmSource', 'crmAccount', 'crmType', 'crmId', 'crmStatus'] },
] as const

type Target = (typeof groups)[number]['targets'][number]

/** What a column can become, in groups; the first choice is to leave it out. */
export function useTargetOptions() {
  const { t } = useTranslation()
  const words = useTargetWords()
  return useMemo(
    () => [
      { value: '', label: t('customerImport.leaveOut') },
      ...groups.map(({ name, targets }) => ({
        group: t(`customerImport.group.${name}`),
        items: targets.map((target) => ({ value: target, label: words(target) })),
      })),
    ],
    [t, words],
  )
}

/** The name of a fact where no group stands above it. */
export function useTargetWords(): (target: string) => string {
  const { t } = useTranslation()
  return useMemo(() => {
    const names: Record<Target, string> = {
      companyName: t('customerField.companyName'),
      firstName: t('customerField.firstName'),
      lastName: t('customerField.lastName'),
      number: t('customerField.number'),
      email: t('customerField.email'),
      cc: t('customerField.cc'),
      mobile: t('customerField.mobile'),
      language: t('customerField.language'),
      addressLine: t('customerField.addressLine'),
      postalCode: t('customerField.postalCode'),
      city: t('customerField.city'),
      country: t('customerField.country'),
      invoicingAddressee: t('customerLongField.invoicingAddressee'),
      invoicingAddressLine: t('customerLongField.invoicingAddressLine'),
      invoicingPostalCode: t('customerLongField.invoicingPostalCode'),
      invoicingCity: t('customerLongField.invoicingCity'),
      invoicingCountry: t('customerLongField.invoicingCountry'),
      vatNumber: t('customerField.vatNumber'),
      enterpriseNumber: t('customerField.enterpriseNumber'),
      peppolId: t('customerField.peppolId'),
      profile: t('customerField.profileId'),
      crmSource: t('customerImport.target.crmSource'),
      crmAccount: t('customerImport.target.crmAccount'),
      crmType: t('customerImport.target.crmType'),
      crmId: t('customerImport.target.crmId'),
      crmStatus: t('customerImport.target.crmStatus'),
    }
    const byName: Record<string, string> = { ...names, profileId: names.profile }
    return (target) => byName[target] ?? target
  }, [t])
}

import { useTranslation } from 'react-i18next'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { useFormats } from '../../parts/use-formats.ts'

/** "Adds 12 customers and changes 3 customers." before an import, "Added …" after it. */
export function useImportSentence(): (counted: Pick<CustomerImport, 'state' | 'counts'>) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return ({ state, counts }) => {
    if (!counts) return ''
    const tense = state === 'previewed' ? 'will' : 'did'
    const customers = (count: number) =>
      t('customerImport.customers', { count, customers: formats.count(count) })
    const words = { created: customers(counts.create), updated: customers(counts.update) }
    if (counts.create > 0 && counts.update > 0) return t(`customerImport.${tense}.both`, words)
    if (counts.create > 0) return t(`customerImport.${tense}.create`, words)
    if (counts.update > 0) return t(`customerImport.${tense}.update`, words)
    return t(`customerImport.${tense}.nothing`)
  }
}

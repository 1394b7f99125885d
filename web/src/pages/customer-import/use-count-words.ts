import { useTranslation } from 'react-i18next'
import { type CustomerImport, rowOutcomes } from '../../client/customer-files-contract.ts'
import { useFormats } from '../../parts/use-formats.ts'

type Counted = Pick<CustomerImport, 'state' | 'counts'>

/** "12 new · 3 changed · 1 refused": what an import did, or would do. Empty while nothing was counted. */
export function useCountWords(): (counted: Counted) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return ({ state, counts }) => {
    if (!counts) return ''
    const isDone = state === 'imported' || state === 'undone'
    return rowOutcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => {
        const words = { count: counts[outcome], rows: formats.count(counts[outcome]) }
        return isDone
          ? t(`customerImport.didCount.${outcome}`, words)
          : t(`customerImport.wouldCount.${outcome}`, words)
      })
      .join(' · ')
  }
}

import { useTranslation } from 'react-i18next'
import { useFormats } from './use-formats.ts'

/** Up to here the server counts; one more stands for "more than this". */
export const countLimit = 10_000

/** Counts, exact as long as the server counts. */
export function useCountWords(): { count: (count: number) => string } {
  const { t } = useTranslation()
  const formats = useFormats()
  return {
    count: (count) =>
      count > countLimit
        ? t('customers.moreThan', { limit: formats.count(countLimit) })
        : formats.count(count),
  }
}

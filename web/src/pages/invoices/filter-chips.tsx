import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InvoicesSearch } from '../../search.ts'
import { narrowingsOf, without, withoutNarrowings } from './invoice-filters.ts'
import { useChipWords } from './use-chip-words.ts'

type FilterChipsProps = {
  search: InvoicesSearch
  today: string
  onChange: (part: Partial<InvoicesSearch>) => void
}

/** What narrows the list, each with the way to take it away. What is searched for stands in its own box. */
export function FilterChips({ search, today, onChange }: FilterChipsProps) {
  const { t } = useTranslation()
  const words = useChipWords(search, today)
  const shown = narrowingsOf(search).filter((name) => name !== 'q')
  if (shown.length === 0) return null
  return (
    <ul className="filter-chips" aria-label={t('invoiceFilters.shown')}>
      {shown.map((name) => (
        <li key={name}>
          <Button
            size="compact-sm"
            variant="default"
            className="filter-chip"
            rightSection={<IconX size={13} aria-hidden />}
            aria-label={t('invoiceFilters.remove', { filter: words[name] })}
            onClick={() => onChange(without(name))}
          >
            <span className="clip">{words[name]}</span>
          </Button>
        </li>
      ))}
      <li>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(withoutNarrowings())}>
          {t('invoiceFilters.clearAll')}
        </Button>
      </li>
    </ul>
  )
}

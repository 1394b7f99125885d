import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useFormats } from './use-formats.ts'

type FilterTabsProps<T extends string> = {
  label: string
  value: T
  options: { value: T; label: string; count?: number | string | undefined }[]
  onChange: (value: T) => void
}

/** One choice out of a few, each with its count (in words where it is not exact). */
export function FilterTabs<T extends string>({ label, value, options, onChange }: FilterTabsProps<T>) {
  const formats = useFormats()
  const tabs = useRef<HTMLFieldSetElement>(null)

  // On a phone the tabs are wider than the page: the open one is the one to see.
  useEffect(() => {
    const chosen = tabs.current?.querySelector(`[data-tab="${CSS.escape(value)}"]`)
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value])

  return (
    <fieldset className="filter-tabs" ref={tabs}>
      <legend className="hidden-words">{label}</legend>
      {options.map((option) => (
        <UnstyledButton
          key={option.value}
          className="filter-tab"
          data-tab={option.value}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && (
            <span className="filter-count figures">
              {typeof option.count === 'number' ? formats.count(option.count) : option.count}
            </span>
          )}
        </UnstyledButton>
      ))}
    </fieldset>
  )
}

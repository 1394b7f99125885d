import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type SearchBoxProps = { label: string; placeholder: string; value: string; onSearch: (text: string) => void }

/** The search of a page; `/` focuses it. Typing never waits for the answer. */
export function SearchBox({ label, placeholder, value, onSearch }: SearchBoxProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const search = useDebouncedCallback((next: string) => {
    sent.current = next
    onSearch(next)
  }, 200)

  // The address can change by other ways (back, a cleared filter): then the box follows it.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  function change(next: string) {
    setText(next)
    search(next)
  }

  return (
    <TextInput
      data-page-search
      type="search"
      size="xs"
      className="search-box"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        text ? (
          <CloseButton size="sm" aria-label={t('common.clearSearch')} onClick={() => change('')} />
        ) : undefined
      }
    />
  )
}

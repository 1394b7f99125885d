import { useLocalStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const sequenceMs = 1_200

/** WCAG 2.1.4: keys without Ctrl can be switched off. */
export function useSingleKeys() {
  return useLocalStorage({ key: 'vorder-single-keys', defaultValue: true, getInitialValueInEffect: false })
}

type PageKeys = { onNew: () => void; onHelp: () => void }

/**
 * `/` search, `n` New, `?` the list of keys, `g` then a letter for a page. Goes by the character, not by the key's
 * place, because `/` and `?` sit elsewhere on Belgian and French keyboards.
 */
export function usePageKeys({ onNew, onHelp }: PageKeys): void {
  const navigate = useNavigate()
  const [areOn] = useSingleKeys()
  const leaderAt = useRef(0)

  useEffect(() => {
    if (!areOn) return
    const single: Record<string, () => void> = { '/': focusSearch, n: onNew, '?': onHelp }
    const afterG: Record<string, () => void> = {
      o: () => void navigate({ to: '/overview', search: {} }),
      t: () => void navigate({ to: '/tasks', search: {} }),
      d: () => void navigate({ to: '/calendar', search: {} }),
      i: () => void navigate({ to: '/invoices', search: {} }),
      c: () => void navigate({ to: '/customers', search: {} }),
      m: () => void navigate({ to: '/import', search: {} }),
      a: () => void navigate({ to: '/activity', search: {} }),
      s: () => void navigate({ to: '/settings' }),
    }

    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || isTyping(event)) return
      const isSequence = Date.now() - leaderAt.current < sequenceMs
      leaderAt.current = !isSequence && event.key === 'g' ? Date.now() : 0
      const act = isSequence ? afterG[event.key] : single[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }

    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [areOn, navigate, onNew, onHelp])
}

/** With a modifier, in a field, or while a dialog is open, a letter is a letter. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target as HTMLElement
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null
}

function focusSearch() {
  const search = document.querySelector<HTMLInputElement>('[data-page-search]')
  search?.focus()
  search?.select()
}

import { useHotkeys } from '@mantine/hooks'
import { useCallback, useState } from 'react'

/** The palette is fetched when it is first asked for, so that the first page stays light. */
export function usePalette(): { isWanted: boolean; open: () => void } {
  const [isWanted, setWanted] = useState(false)
  const open = useCallback(() => {
    setWanted(true)
    void import('@mantine/spotlight').then(({ spotlight }) => spotlight.open())
  }, [])
  // Ctrl or Cmd with K, also from within a field.
  useHotkeys([['mod+K', open]], [])
  return { isWanted, open }
}

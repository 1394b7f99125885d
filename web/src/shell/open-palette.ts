import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'

export function openPalette(): void {
  spotlight.open()
}

/** Ctrl or Cmd with K, also from within a field. */
export function usePaletteKey(): void {
  useHotkeys([['mod+K', openPalette]], [])
}

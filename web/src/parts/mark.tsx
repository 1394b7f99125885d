import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'quiet'

/** A state: icon, word and colour together, so that none of them carries the meaning alone. */
export function Mark({ icon: Glyph, tone, children }: { icon: Icon; tone: Tone; children: ReactNode }) {
  return (
    <span className={`mark mark-${tone}`}>
      <Glyph className="mark-icon" size={16} stroke={1.9} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

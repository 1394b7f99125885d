export type Period = { from: string; to: string }
export const presets = ['days30', 'thisMonth', 'lastMonth', 'thisYear'] as const
export type Preset = (typeof presets)[number]

/** Often used periods, from the one that the business's calendar offers: the last thirty days until its today. */
export function periodOf(preset: Preset, offered: Period): Period {
  const [year = 0, month = 1] = offered.to.split('-').map(Number)
  if (preset === 'thisMonth') return { from: dayOf(year, month, 1), to: offered.to }
  if (preset === 'thisYear') return { from: dayOf(year, 1, 1), to: offered.to }
  if (preset === 'lastMonth') return { from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) }
  return { from: offered.from, to: offered.to }
}

/** Days without a clock: month 0 is December of the year before, day 0 the last of the month before. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

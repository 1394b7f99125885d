/** What a process has used since it started: the peak of its memory, and its time on the processor. */
export type ResourceUse = { maxRssMb: number; cpuSeconds: number }

/** Of this process. Time on the processor is told apart from waiting, so it says something on a busy machine too. */
export function resourceUse(): ResourceUse {
  const { user, system } = process.cpuUsage()
  return { maxRssMb: process.resourceUsage().maxRSS / 1_024, cpuSeconds: (user + system) / 1_000_000 }
}

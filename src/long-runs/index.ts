export { cancelLongRun } from './cancel-long-run.ts'
export { getLongRun, listLongRuns } from './get-long-run.ts'
export {
  type LongRun,
  type LongRunKind,
  type LongRunState,
  longRunKinds,
  remainingSeconds,
} from './long-run.ts'
export { type LongRunEnd, moveLongRun } from './move-long-run.ts'
export { startLongRun } from './start-long-run.ts'
export { type LongRunWork, tickLongRuns, tickLongRunsJob } from './tick-long-runs.ts'
export { workOnLongRun } from './work-on-long-run.ts'

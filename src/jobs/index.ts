export { createJobs, type Jobs, type JobsOptions } from './create-jobs.ts'
export {
  defineJob,
  type Enqueue,
  type EnqueueOptions,
  handle,
  type Job,
  type JobHandler,
  type JobPolicy,
  type JobQueue,
  type ParkedJob,
  type PendingJob,
  type Schedule,
} from './job.ts'

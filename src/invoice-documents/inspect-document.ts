import { Worker } from 'node:worker_threads'
import type { DocumentKind, FailureCause } from './invoice-document.ts'

/** What was seen inside, or why it cannot be kept. `text` is that of the first page, as far as it can be read. */
export type Inspection =
  | { kind: 'pdf'; pages: number; text: string }
  | { kind: 'ubl'; number: string }
  | { cause: FailureCause; detail: string }

/** An ordinary invoice takes some tens of milliseconds; the first one waits for the libraries to load. */
const timeLimitMs = 20_000
/** The thread holds some 50 MB: it goes when nothing was fetched for a while. */
const idleMs = 30_000
const memoryMb = 256

let worker: Worker | undefined
let lastJob: Promise<unknown> = Promise.resolve()
let idleTimer: NodeJS.Timeout | undefined

/** Opens a document in a thread of its own, one after the other, within limits on time and memory. Never throws. */
export function inspectDocument(
  kind: DocumentKind,
  bytes: Buffer,
  options: { timeLimitMs?: number } = {},
): Promise<Inspection> {
  const job = lastJob.then(() => inspect(kind, bytes, options.timeLimitMs ?? timeLimitMs))
  lastJob = job
  return job
}

function inspect(kind: DocumentKind, bytes: Buffer, limitMs: number): Promise<Inspection> {
  clearTimeout(idleTimer)
  worker ??= startWorker()
  const asked = worker
  return new Promise<Inspection>((resolve) => {
    const limit = setTimeout(
      () => end({ cause: unreadable(kind), detail: `It took more than ${limitMs} ms` }),
      limitMs,
    )
    const answer = (inspection: Inspection) => finish(inspection)
    const crash = (error: Error) => end({ cause: unreadable(kind), detail: error.message.slice(0, 300) })
    asked.once('message', answer).once('error', crash)

    function finish(inspection: Inspection): void {
      clearTimeout(limit)
      asked.off('message', answer).off('error', crash)
      idleTimer = setTimeout(stopWorker, idleMs).unref()
      resolve(inspection)
    }
    // A thread that is late or broken is not asked again.
    function end(inspection: Inspection): void {
      stopWorker()
      finish(inspection)
    }
    asked.postMessage({ kind, bytes: Uint8Array.from(bytes) })
  })
}

function unreadable(kind: DocumentKind): FailureCause {
  return kind === 'pdf' ? 'unreadable_pdf' : 'unreadable_ubl'
}

function startWorker(): Worker {
  const started = new Worker(new URL('./document-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  })
  started.on('error', () => {})
  // A process that wants to end does not wait for this thread.
  started.unref()
  return started
}

function stopWorker(): void {
  void worker?.terminate()
  worker = undefined
}

import type { DueMessage } from './due-messages.ts'
import { passOver, type SendingRun } from './sending-run.ts'
import type { SendOutcome } from './settle-message.ts'

/** A server that says "later" so often means us, not one message. */
const deferredAtMost = 10

/** What one message met says how the run goes on with the others. */
export async function noteOutcome(
  run: SendingRun,
  { domain }: DueMessage,
  outcome: SendOutcome,
): Promise<void> {
  switch (outcome) {
    case 'mail_away':
      run.isStopped = true
      return
    case 'cut_off':
      return passOver(run, domain)
    case 'deferred':
      run.deferredInARow += 1
      if (run.deferredInARow >= deferredAtMost) run.isStopped = true
      return
    case 'sent':
      run.deferredInARow = 0
      return
    case 'not_sent':
      return
  }
}

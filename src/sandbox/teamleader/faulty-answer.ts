import type { Answer } from '../http-server.ts'
import type { SandboxFault } from './faults.ts'
import { patched } from './faults.ts'

/** The right answer, spoilt the way the fault says. */
export function faultyAnswer(fault: SandboxFault, right: Answer): Answer {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault, right)
    case 'html':
      return { ...right, status: 200, headers: { ...right.headers, 'content-type': 'text/html' }, body: HTML }
    case 'empty':
      return { ...right, status: 200, headers: jsonHeaders(right.headers), body: '' }
    case 'hang':
    case 'half':
    case 'reset':
      return { ...right, sending: fault.kind }
    case 'patch':
      return reshaped(right, (answer) => patched(answer, fault.patch))
    case 'transform':
      return reshaped(right, fault.transform)
    case 'slow':
      return right
  }
}

const HTML = '<!doctype html><html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>'

function statusAnswer(fault: Extract<SandboxFault, { kind: 'status' }>, right: Answer): Answer {
  const { status, retryAfterSeconds } = fault
  const title = status === 429 ? 'Rate limit exceeded' : 'Injected fault'
  const headers = jsonHeaders(right.headers)
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds)
  return { status, headers, body: JSON.stringify({ errors: [{ status, title }] }) }
}

function reshaped(right: Answer, change: (answer: unknown) => unknown): Answer {
  if (typeof right.body !== 'string' || right.body === '') return right
  return { ...right, body: JSON.stringify(change(JSON.parse(right.body))) }
}

/** Whether the call is answered without doing what it asks. */
export function skipsWork(fault: SandboxFault): boolean {
  if (fault.kind === 'patch' || fault.kind === 'transform' || fault.kind === 'slow' || fault.kind === 'half')
    return false
  return !fault.afterWork
}

export function jsonHeaders(headers: Record<string, string>): Record<string, string> {
  return { ...headers, 'content-type': 'application/json' }
}

/** A wrong answer that the sandbox gives on demand. */
export type SandboxFault =
  /** `forId`: only of calls that name this record. */
  | { kind: 'status'; status: number; retryAfterSeconds?: number; afterWork?: boolean; forId?: string }
  /** No answer, half a body, a web page, nothing, or a cut connection; `afterWork` does the work first. */
  | { kind: 'hang' | 'half' | 'html' | 'empty' | 'reset'; afterWork?: boolean }
  | { kind: 'slow'; ms: number }
  /** Sets values in the right answer by dotted path (`data.*.total.due`); null stays null, undefined removes. */
  | { kind: 'patch'; patch: Record<string, unknown> }
  | { kind: 'transform'; transform: (answer: unknown) => unknown }

type Rule = { endpoint: string; fault: SandboxFault; left: number }

export type Faults = {
  /** The next `times` calls of the endpoint (`*` for all) are answered so. */
  once(endpoint: string, fault: SandboxFault, times?: number): void
  always(endpoint: string, fault: SandboxFault): void
  clear(endpoint?: string): void
  take(endpoint: string, body?: unknown): SandboxFault | undefined
  list(): Array<{ endpoint: string; kind: string; left: number | null }>
}

export function createFaults(): Faults {
  let rules: Rule[] = []
  return {
    once: (endpoint, fault, times = 1) => void rules.push({ endpoint, fault, left: times }),
    always: (endpoint, fault) => void rules.push({ endpoint, fault, left: Number.POSITIVE_INFINITY }),
    clear(endpoint) {
      rules = endpoint ? rules.filter((rule) => rule.endpoint !== endpoint) : []
    },
    take(endpoint, body) {
      const rule = rules.find(
        (each) => (each.endpoint === endpoint || each.endpoint === '*') && isMeant(each.fault, body),
      )
      if (!rule) return undefined
      rule.left -= 1
      if (rule.left <= 0) rules = rules.filter((each) => each !== rule)
      return rule.fault
    },
    list: () =>
      rules.map(({ endpoint, fault, left }) => ({
        endpoint,
        kind: fault.kind,
        left: Number.isFinite(left) ? left : null,
      })),
  }
}

function isMeant(fault: SandboxFault, body: unknown): boolean {
  if (fault.kind !== 'status' || fault.forId === undefined) return true
  return typeof body === 'object' && body !== null && 'id' in body && body.id === fault.forId
}

/** The answer with the patch applied; `*` in a path stands for every item of a list. */
export function patched(answer: unknown, patch: Record<string, unknown>): unknown {
  const copy = structuredClone(answer)
  for (const [path, value] of Object.entries(patch)) setAt(copy, path.split('.'), value)
  return copy
}

function setAt(target: unknown, path: string[], value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined || typeof target !== 'object' || target === null) return
  const parts = target as Record<string, unknown>
  const keys = key === '*' ? Object.keys(parts) : [key]
  for (const each of keys) {
    if (rest.length > 0) setAt(parts[each], rest, value)
    else if (value === undefined) delete parts[each]
    else parts[each] = value
  }
}

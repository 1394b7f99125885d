/**
 * Holds the sandbox Teamleader against a published description of the API:
 *   npm run sandbox:contract -- FILE
 * Calls every operation, compares each answer with the OpenAPI document, and ends with 1 when there is a
 * difference that nobody explained below.
 */
import { readFile } from 'node:fs/promises'
import { callEverything, startTeamleaderSandbox } from '../src/sandbox/index.ts'
import type { Contract, Difference } from './contract-differences.ts'
import { readContract } from './contract-differences.ts'
import { whyOf } from './contract-explanations.ts'

const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('Give the OpenAPI document (JSON): npm run sandbox:contract -- FILE\n')
  process.exitCode = 2
} else {
  await holdAgainst(file)
}

async function holdAgainst(path: string): Promise<void> {
  const contract = readContract(JSON.parse(await readFile(path, 'utf8')))
  const { differences, called } = await callAll(contract)
  const unexplained = differences.filter((difference) => !whyOf(difference))
  const missing = contract.operations.filter((operation) => !called.has(operation))
  const lines = [
    `Contract ${contract.version}: ${contract.operations.length} operations, ${called.size} called`,
    ...table(differences),
    ...missing.map((operation) => `NOT IMITATED  ${operation}`),
    `${differences.length - unexplained.length} differences explained, ${unexplained.length} not`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = unexplained.length + missing.length > 0 ? 1 : 0
}

async function callAll(contract: Contract): Promise<{ differences: Difference[]; called: Set<string> }> {
  const sandbox = await startTeamleaderSandbox({ rateLimitPerMinute: null })
  const { access_token: token } = sandbox.control.issueTokens()
  const differences = new Map<string, Difference>()
  const called = new Set<string>()
  try {
    await callEverything(async (operation, body = {}) => {
      const response = await fetch(`${sandbox.apiUrl}/${operation}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const text = await response.text()
      const answer = { status: response.status, body: text === '' ? '' : (JSON.parse(text) as unknown) }
      called.add(operation)
      for (const each of contract.compare(operation, answer)) differences.set(JSON.stringify(each), each)
      return answer.body
    })
  } finally {
    await sandbox.stop()
  }
  return { differences: [...differences.values()], called }
}

function table(differences: Difference[]): string[] {
  return differences.map((difference) => {
    const { operation, path, what } = difference
    return `${operation.padEnd(28)} ${path} ${what}\n    ${whyOf(difference) ?? 'UNEXPLAINED'}`
  })
}

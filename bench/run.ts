import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { ingest } from './b1-ingest.ts'
import { visibleLatency } from './b2-visible-latency.ts'
import { backfill } from './b3-backfill.ts'
import { backfillWithinTheLimit } from './b3-within-the-limit.ts'
import { customerLists } from './b4-customers.ts'
import { invoiceLists } from './b4-invoices.ts'
import { customerExport } from './b5-export.ts'
import { customerImport } from './b5-import.ts'
import { startAndSize } from './b7-start-and-size.ts'
import { messages } from './b9-messages.ts'
import type { Bench } from './bench.ts'
import { type Round, summarise } from './rounds.ts'

const benches: readonly Bench[] = [
  ingest,
  visibleLatency,
  backfill,
  backfillWithinTheLimit,
  customerLists,
  invoiceLists,
  customerExport,
  customerImport,
  startAndSize,
  messages,
]

/**
 * `npm run bench -- B1 [--rounds 3] [--<size> N]`: one benchmark with its references in the same interleaved run. One
 * JSON line a round, one for the whole; exit code 1 when an aim is missed or the machine was too noisy to tell.
 */
async function run(argv: readonly string[]): Promise<void> {
  const bench = benches.find(({ id }) => id === argv[0]?.toUpperCase())
  if (!bench) {
    process.stderr.write(`Say which: ${benches.map(({ id, title }) => `${id} (${title})`).join(', ')}\n`)
    process.exitCode = 64
    return
  }
  const { rounds: count, sizes } = optionsOf(bench, argv.slice(1))
  print({ bench: bench.id, title: bench.title, rounds: count, sizes, machine: machine() })
  const running = await bench.start(sizes)
  const rounds: Round[] = []
  const stopAsked = untilSignal()
  try {
    for (let number = 1; number <= count; number += 1) {
      const round = await Promise.race([running.round(number), stopAsked])
      if (!round) break
      rounds.push(round)
      print({ bench: bench.id, round: number, load: loadOf(), ...round })
    }
  } finally {
    await running.stop()
  }
  if (rounds.length < count) return
  const summary = summarise({ rounds, aims: bench.aims, steady: bench.steady })
  print({ bench: bench.id, ...summary })
  if (summary.verdict !== 'PASS') process.exitCode = 1
}

/** Ctrl-C ends the round and everything that was started; a second one ends at once. */
function untilSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.exitCode = 130
        resolve(undefined)
      })
    }
  })
}

function optionsOf(bench: Bench, args: readonly string[]) {
  const names = ['rounds', ...Object.keys(bench.sizes)]
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const given = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]))
  for (const [name, value] of Object.entries(given)) {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`)
  }
  const { rounds = bench.rounds, ...sizes } = given
  return { rounds, sizes: { ...bench.sizes, ...sizes } }
}

function machine() {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? '',
    node: process.version,
    load: loadOf(),
  }
}

function loadOf(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1))
}

function print(line: object): void {
  const text = JSON.stringify(line, (_key, value) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  )
  process.stdout.write(`${text}\n`)
}

await run(process.argv.slice(2))

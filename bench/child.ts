import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A program of this folder in a process of its own, which answers what it is asked. */
export type Child = {
  pid: number
  /** What the program said when it was ready. */
  ready: Readonly<Record<string, unknown>>
  ask<T>(question: object): Promise<T>
  stop(): Promise<void>
}

type Message = { error?: string; answer?: unknown }

/** Starts `bench/<file>` and waits until it is ready. Its log goes to our error stream. */
export async function startChild(file: string, setup: object = {}): Promise<Child> {
  const program = join(import.meta.dirname, file)
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  let last: Promise<unknown> = Promise.resolve()
  const ask = <T>(question: object): Promise<T> => {
    const answer = last.then(() => exchange<T>(child, question))
    last = answer.catch(() => {})
    return answer
  }
  const ready = await ask<Record<string, unknown>>(setup)
  return {
    pid: child.pid ?? 0,
    ready,
    ask,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

function exchange<T>(child: ChildProcess, question: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A process of the benchmark ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', ({ error, answer }: Message) => {
      child.off('exit', onExit)
      if (error === undefined) resolve(answer as T)
      else reject(new Error(error))
    })
    child.send(question)
  })
}

/** What a program does in `startChild`. */
export type Program<Setup> = {
  start(setup: Setup): Promise<{
    ready: object
    answer(question: never): Promise<unknown>
    stop(): Promise<void>
  }>
}

/** The other end of `startChild`: the first message sets up, each other one is a question, disconnecting ends. */
export function runProgram<Setup>({ start }: Program<Setup>): void {
  let running: Promise<Awaited<ReturnType<typeof start>>> | undefined
  process.on('message', async (message: unknown) => {
    try {
      if (running) return tell({ answer: await (await running).answer(message as never) })
      running = start(message as Setup)
      tell({ answer: (await running).ready })
    } catch (error) {
      tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', async () => {
    await (await running?.catch(() => undefined))?.stop()
  })
}

function tell(message: Message): void {
  process.send?.(message)
}

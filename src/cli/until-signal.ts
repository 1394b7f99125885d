/** One Ctrl-C may come twice: from the terminal, and passed on by npm. */
const sameKeyMs = 1_000

/** Resolves at the first Ctrl-C or SIGTERM. A later second one is left to the system, for a stop that hangs. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const letGo = () => {
      process.off('SIGINT', done)
      process.off('SIGTERM', done)
    }
    const done = (signal: NodeJS.Signals) => {
      setTimeout(letGo, sameKeyMs).unref()
      resolve(signal)
    }
    process.on('SIGINT', done)
    process.on('SIGTERM', done)
  })
}

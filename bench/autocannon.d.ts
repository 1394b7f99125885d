/** The part of autocannon 8 that the load generator uses; the package has no types of its own. */
declare module 'autocannon' {
  type Prepared = { method?: 'POST'; headers?: Record<string, string>; body?: string }
  type Options = {
    url: string
    connections: number
    amount: number
    /** Seconds. */
    timeout: number
    requests: { setupRequest(before: Prepared): Prepared }[]
  }
  type Running = Promise<unknown> & {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void
  }
  function autocannon(options: Options): Running
  export = autocannon
}

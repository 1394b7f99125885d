/** A program that uses Vorder the way a browser does: over HTTP, with a cookie. For the demo's set-up and tests. */
export type Visitor = {
  request(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown; location: string | null }>
  /** GET of something that is no JSON, or that is left before its end; the caller reads it. */
  download(path: string, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>
  /** Sends a form with a file, as a page does; one that comes piece by piece carries its own type. */
  upload(
    path: string,
    form: FormData | AsyncIterable<Uint8Array>,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** Walks through Connect: asks for the address, allows on the consent page, comes back. Answers the last address. */
  connectTeamleader(options?: { decision?: 'allow' | 'refuse' }): Promise<string>
}

/** A visitor of the Vorder at this address, signed in by what it does. */
export function createVisitor(baseUrl: string): Visitor {
  const cookies = new Map<string, string>()

  function cookieHeader(): string {
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async function request(method: string, path: string, body?: unknown) {
    const headers: Record<string, string> = { cookie: cookieHeader() }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { ...headers, origin: baseUrl },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      body: isJson ? (JSON.parse(text) as unknown) : text,
      location: response.headers.get('location'),
    }
  }

  return {
    request,
    download: (path, headers = {}, signal) =>
      fetch(new URL(path, baseUrl), {
        headers: { ...headers, cookie: cookieHeader() },
        signal: signal ?? null,
      }),
    upload: (path, form, headers = {}) =>
      fetch(new URL(path, baseUrl), {
        method: 'POST',
        body: form,
        // A body that is not there yet as a whole.
        ...(!(form instanceof FormData) && { duplex: 'half' }),
        headers: { ...headers, cookie: cookieHeader(), origin: baseUrl },
      }),
    async connectTeamleader({ decision = 'allow' } = {}) {
      const asked = await request('POST', '/api/v1/connections/authorise', { source: 'teamleader' })
      if (asked.status !== 200) throw new Error(`Connecting could not start: ${JSON.stringify(asked.body)}`)
      const consent = new URL((asked.body as { url: string }).url)
      const answer = await fetch(`${consent.origin}${consent.pathname}`, {
        method: 'POST',
        body: new URLSearchParams([...consent.searchParams, ['decision', decision]]),
        redirect: 'manual',
      })
      const callback = new URL(answer.headers.get('location') ?? '')
      const back = await request('GET', `${callback.pathname}${callback.search}`)
      return back.location ?? ''
    },
  }
}

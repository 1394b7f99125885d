/** Where a server that speaks Teamleader's contract is, and who we are to it. All of it is configuration. */
export type TeamleaderSettings = {
  authorizeUrl: string
  tokenUrl: string
  apiUrl: string
  clientId: string
  clientSecret: string
}

/** Limits of one request: milliseconds, and bytes of the unpacked body. */
export type RequestLimits = {
  connectTimeoutMs: number
  headersTimeoutMs: number
  totalTimeoutMs: number
  maxBodyBytes: number
}

export const requestLimits: RequestLimits = {
  connectTimeoutMs: 5_000,
  headersTimeoutMs: 20_000,
  totalTimeoutMs: 30_000,
  maxBodyBytes: 10 * 1024 * 1024,
}

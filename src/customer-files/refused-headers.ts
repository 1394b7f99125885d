/** The columns that a file of refused rows has behind its own; an import leaves them out of account. */
export const refusedHeaders = ['vorder_line', 'vorder_column', 'vorder_reason'] as const

/** Whether a column only tells why a row was refused. */
export function isRefusedHeader(header: string): boolean {
  return refusedHeaders.some((refused) => refused === header.trim().toLowerCase())
}

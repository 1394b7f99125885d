const mark = '{payment link}'

/** A text as it is kept: without the address of the payment page, which no copy of the database is to give away. */
export function withoutLink(text: string, payUrl: string | null): string {
  return payUrl === null ? text : text.replaceAll(payUrl, mark)
}

/** A kept text as it was read, with the address as it is now; without any when the link was revoked. */
export function withLink(text: string, payUrl: string | null): string {
  return text.replaceAll(mark, payUrl ?? '')
}

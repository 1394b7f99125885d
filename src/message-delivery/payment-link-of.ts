import type { Context } from '../context.ts'

/**
 * The address of the page on which the customer pays, for the mail. Null while there is no such page: a mail never carries
 * a link that leads nowhere.
 */
export async function paymentLinkOf(_ctx: Context, _invoiceId: string): Promise<string | null> {
  return null
}

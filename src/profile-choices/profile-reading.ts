/** What the custom fields of an invoice said when they were read last (promise B10). */
export type ProfileReading = {
  invoiceId: string
  /** The field's name; empty when the CRM no longer had the field; null when the settings chose none. */
  invoiceField: string | null
  invoiceValues: readonly string[]
  subscriptionField: string | null
  /** Of all subscriptions of the invoice together. */
  subscriptionValues: readonly string[]
}

/** It comes without types; only what the tests use. */
declare module 'sepa-payment-qr-code' {
  type Transfer = {
    name: string
    iban: string
    amount: number | null
    structuredReference?: string
    unstructuredReference?: string
  }
  export default function generateQrCode(transfer: Transfer): string
}

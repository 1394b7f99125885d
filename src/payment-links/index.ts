export { changePaymentLinkExpiry, renewPaymentLink, revokePaymentLink } from './change-payment-link.ts'
export { findPaymentLink, type OpenedLink } from './find-payment-link.ts'
export { getPaymentLink, type PaymentLinkDetails, paymentLinkOf } from './get-payment-link.ts'
export { paymentPath } from './payment-link.ts'

import type { WriteBackCatalogue } from './catalogue.ts'

export const writeBacksInEnglish: WriteBackCatalogue = {
  standings: {
    off: {
      title: 'Known in Vorder only',
      explanation: 'Teamleader is not told: registering payments there is switched off, or was at the time.',
    },
    waiting: {
      title: 'On its way to Teamleader',
      explanation: 'Vorder registers the payment there by itself.',
    },
    done: { title: 'Registered in Teamleader', explanation: 'Teamleader lists this payment.' },
    refused: { title: 'Not registered in Teamleader', explanation: 'Somebody has to look.' },
    unknown: {
      title: 'Teamleader did not answer',
      explanation:
        'The payment may have arrived there. Vorder looks at the invoice before it does anything else.',
    },
    revoking: {
      title: 'Being removed in Teamleader',
      explanation: 'The payment was taken back here; Vorder removes it there by itself.',
    },
    revoked: { title: 'Removed in Teamleader', explanation: 'Teamleader no longer lists this payment.' },
  },
  causes: {
    gone_in_crm: {
      title: 'The invoice is not in Teamleader',
      explanation:
        'It was deleted, or the connected user may not see it. If the payment is wrong, take it back here.',
    },
    not_booked: {
      title: 'The invoice is a draft in Teamleader',
      explanation: 'Book it there, then try again.',
    },
    already_paid_in_crm: {
      title: 'Teamleader calls the invoice paid already',
      explanation:
        'If that is the same money, take the payment back here. If the customer paid twice, the surplus is shown on the invoice.',
    },
    credited_in_crm: {
      title: 'The invoice is credited in Teamleader',
      explanation:
        'A credited invoice takes no payment there. Pay the customer back, or settle the credit note in Teamleader.',
    },
    more_than_open: {
      title: 'More than is open in Teamleader',
      explanation:
        'The payment is higher than what Teamleader has open. Look at the invoice there; take the payment back here and note the right amount.',
    },
    other_currency: {
      title: 'Another currency',
      explanation: 'The invoice has another currency in Teamleader. Register the payment there by hand.',
    },
    other_payments_there: {
      title: 'There are other payments too',
      explanation:
        'Teamleader can only remove all payments of an invoice together. Remove this one there by hand; the others stay.',
    },
    not_permitted: {
      title: 'The connected user may not do this',
      explanation: 'Give the connected user the right to register payments in Teamleader, then try again.',
    },
    crm_refused: {
      title: 'Teamleader refused',
      explanation:
        'Look at the invoice in Teamleader. If bookings are locked there, see Settings, Invoicing, “booked invoices cannot be edited”; then try again.',
    },
    no_answer: {
      title: 'Teamleader gave no answer, several times',
      explanation: 'Look whether the payment is there. If it is not, try again.',
    },
    not_seen_there: {
      title: 'Teamleader agreed, but it does not show',
      explanation:
        'Look at the payments of the invoice in Teamleader. Try again only when they are not as they should be: Vorder does not repeat this by itself.',
    },
    unreadable: {
      title: 'Teamleader does not show the payments',
      explanation:
        'Without seeing the payments there nothing is written. Check the connected user’s rights, then try again.',
    },
  },
}

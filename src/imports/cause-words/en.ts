import type { CauseCatalogue } from './catalogue.ts'

export const causesInEnglish: CauseCatalogue = {
  draft: {
    title: 'Still a draft',
    explanation:
      'The invoice has not been booked in Teamleader yet, so it has no number and nobody owes anything.',
    remedy: 'Book it in Teamleader; it comes in by itself.',
  },
  paid: {
    title: 'Already paid',
    explanation:
      'Teamleader called the invoice paid before it could come in. Paid invoices are not imported. In its lists Teamleader also calls an invoice paid that was credited in full.',
    remedy:
      'Nothing to do. If the payment is a mistake, remove it in Teamleader; the invoice then comes in by itself.',
  },
  credited: {
    title: 'Fully credited',
    explanation: 'Credit notes in Teamleader took the whole amount away, so nothing is left to pay.',
    remedy: 'Nothing to do.',
  },
  zero_amount: {
    title: 'Amount is zero',
    explanation: 'There is nothing to pay on this invoice. Invoices with a zero amount are not imported.',
    remedy: 'If the amount is raised in Teamleader, the invoice comes in by itself.',
  },
  negative_amount: {
    title: 'Amount is negative',
    explanation: 'The total is below zero: the customer gets money and owes none.',
    remedy: 'Settle it in Teamleader, for example as a credit note of the invoice that it belongs to.',
  },
  department_not_chosen: {
    title: 'Department is not imported',
    explanation: 'The invoice belongs to a department that is not chosen in the settings of this connection.',
    remedy: 'Choose the department in Settings, Integrations, if its invoices should come in.',
  },
  deleted_in_crm: {
    title: 'Deleted in Teamleader',
    explanation: 'Teamleader told us that the invoice was deleted.',
    remedy: 'Nothing to do. If it was deleted by mistake, make it again in Teamleader.',
  },
  not_found_in_crm: {
    title: 'Not to be found in Teamleader',
    explanation:
      'Teamleader named the invoice but does not show it to the connected user, also after several looks.',
    remedy:
      'Check in Teamleader that the connected user may see invoices of this department, then try again.',
  },
  unreadable_invoice: {
    title: 'Answer could not be read',
    explanation:
      'What Teamleader sent about this invoice has a form that Vorder does not understand. A copy is kept.',
    remedy: 'Vorder tries again by itself. If it stays, send the details to whoever looks after Vorder.',
  },
  unreadable_customer: {
    title: 'Customer could not be read',
    explanation:
      'The invoice is fine, but what Teamleader sent about its customer has a form that Vorder does not understand.',
    remedy: 'Look for something odd in the customer in Teamleader; Vorder tries again by itself.',
  },
  cannot_be_stored: {
    title: 'Could not be stored',
    explanation:
      'Something in this invoice cannot be stored. Other invoices are not affected. A copy is kept.',
    remedy: 'Vorder tries again by itself. If it stays, send the details to whoever looks after Vorder.',
  },
  crm_unavailable: {
    title: 'Teamleader does not answer',
    explanation: 'Teamleader told us of this invoice but is down, slow or limiting calls at the moment.',
    remedy: 'Nothing to do: Vorder asks again by itself.',
  },
  crm_refused: {
    title: 'Teamleader refused to show it',
    explanation:
      'Teamleader understood the question and refused, usually because the connected user lacks a right.',
    remedy: 'Give the connected user the right in Teamleader, then try again.',
  },
  reconnect_needed: {
    title: 'Teamleader must be connected again',
    explanation: 'Teamleader no longer accepts the connection, so the invoice cannot be asked for.',
    remedy: 'Connect again in Settings, Integrations; everything that waits then comes in by itself.',
  },
  not_visible_yet: {
    title: 'Not visible yet',
    explanation: 'Teamleader told us of this invoice but does not show it yet. That can take some moments.',
    remedy: 'Nothing to do: Vorder looks again by itself.',
  },
}

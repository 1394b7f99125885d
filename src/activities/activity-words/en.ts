import type { ActivityCatalogue } from './catalogue.ts'

export const activitiesInEnglish: ActivityCatalogue = {
  'creditor.created': ({ text }) => `Business ${text('name')} set up`,
  'creditor.changed': () => 'Business details changed',
  'profile.created': ({ text }) => `Profile ${text('name')} added`,
  'profile.renamed': ({ text }) => `Profile renamed to ${text('name')}`,
  'connection.connected': ({ text }) => `Teamleader account ${text('accountName')} connected`,
  'connection.reconnected': ({ text }) => `Teamleader account ${text('accountName')} connected again`,
  'connection.disconnected': () => 'Teamleader disconnected; all data is kept',
  'connection.reconnectNeeded': () => 'Teamleader no longer accepts the connection: connect again',
  'connection.optionsChanged': () => 'Settings of the Teamleader connection changed',
  'connection.webhooksRegistered': () => 'Teamleader now tells Vorder about changes',
  'connection.webhooksRemoved': () => 'Teamleader no longer tells Vorder about changes',
  'connection.webhooksFailed': () => 'Teamleader could not be told where to send changes; Vorder tries again',
  'connection.alarmed': ({ text }) => `Teamleader gave an answer that makes no sense: ${text('message')}`,
  'customer.created': ({ text }) => `Customer ${text('name')} came in`,
  'customer.refreshed': ({ text }) => `Customer ${text('name')} brought up to date`,
  'customer.refreshFailed': ({ text }) =>
    `Customer ${text('name')} changed in Teamleader, but the change could not be taken over`,
  'customer.goneInCrm': ({ text }) =>
    `Customer ${text('name')} is no longer to be found in Teamleader; the customer is kept`,
  'invoice.imported': ({ total }) => `Imported from Teamleader: ${total}`,
  'invoice.updated': () => 'Changed in Teamleader',
  'invoice.paid': ({ total }) => `Paid in full: ${total}`,
  'invoice.partPaid': ({ open }) => `Paid in part; ${open} still open`,
  'invoice.reopened': ({ open }) => `Open again: ${open}`,
  'invoice.credited': () => 'Fully credited; nothing left to pay',
  'invoice.archived': () => 'Archived: deleted in Teamleader',
  'invoice.profileChosen': ({ text }) => `Profile ${text('name')} chosen`,
  'invoice.profileUnknown': ({ text }) => `The custom field says “${text('value')}”, which is no profile`,
  'invoice.skipped': ({ text }) =>
    text('number') ? `Invoice ${text('number')} stays out` : 'Invoice stays out',
  'invoice.failed': ({ text }) =>
    text('number') ? `Invoice ${text('number')} could not come in` : 'Invoice could not come in',
}

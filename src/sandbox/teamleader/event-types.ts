const DOCUMENT =
  'added approved bookkeepingSubmissionFailed bookkeepingSubmissionSucceeded deleted refused updated'
const PEPPOL = 'peppolSubmissionFailed peppolSubmissionSucceeded'

/** The events an integration can subscribe to, by subject. */
const ACTIONS: Record<string, string> = {
  account: 'deactivated deleted',
  call: 'added completed deleted updated',
  company: 'added deleted updated',
  contact: 'added deleted linkedToCompany unlinkedFromCompany updatedLinkToCompany updated',
  creditNote: `booked deleted ${PEPPOL} sent updated`,
  deal: 'created deleted lost moved updated won',
  incomingCreditNote: DOCUMENT,
  incomingInvoice: DOCUMENT,
  invoice: `booked deleted drafted paymentRegistered paymentRemoved ${PEPPOL} sent updated`,
  meeting: 'created completed deleted updated',
  milestone: 'created updated',
  nextgenProject: 'created updated closed deleted',
  nextgenTask: 'completed created deleted updated',
  product: 'added updated deleted',
  project: 'created deleted updated',
  receipt: DOCUMENT,
  subscription: 'added deactivated deleted updated',
  task: 'completed created deleted updated',
  ticket: 'closed created deleted reopened updated',
  ticketMessage: 'added',
  timeTracking: 'added deleted updated',
  user: 'deactivated',
}

/** All 95 names, such as `invoice.booked`. */
export const eventTypes: readonly string[] = Object.entries(ACTIONS).flatMap(([subject, actions]) =>
  actions.split(' ').map((action) => `${subject}.${action}`),
)

import type { DiagnosisCatalogue } from './catalogue.ts'

export const diagnosisInEnglish: DiagnosisCatalogue = {
  verdicts: {
    already_here: {
      title: 'It is here',
      explanation: 'The invoice came in. Look at the filters of the list, or open it right away.',
      remedy: 'Open the invoice.',
    },
    archived_here: {
      title: 'It is here, archived',
      explanation: 'The invoice came in and was archived, so the usual lists leave it out.',
      remedy: 'Open the invoice; its history says why it was archived.',
    },
    unknown_number: {
      title: 'Nobody knows this number',
      explanation:
        'Neither the ledger nor Teamleader, as far as the connected user may see, has an invoice with this number.',
      remedy:
        'Check the number. A draft has none yet: paste the link of the invoice in Teamleader instead. If it is there, the connected user may lack the right to see its department.',
    },
    cannot_be_asked: {
      title: 'Teamleader cannot be asked now',
      explanation:
        'Vorder has heard nothing of this invoice, and Teamleader is down, slow or limiting calls, so whether it is there is not known.',
      remedy: 'Ask again in a few minutes.',
    },
    switched_off: {
      title: 'Automatic import is switched off',
      explanation: 'Invoices came in only by hand when this one was booked, or still do.',
      remedy: 'Import it now; switch on the automatic import in Settings, Integrations, for the next ones.',
    },
    connection_off: {
      title: 'Teamleader is disconnected',
      explanation: 'Somebody ended the connection, so nothing comes in and nothing can be asked.',
      remedy: 'Connect again in Settings, Integrations.',
    },
    never_told: {
      title: 'Teamleader never announced it',
      explanation:
        'The invoice is ready to come in, but no message about it reached Vorder. The next comparison with Teamleader finds it within fifteen minutes, or at night.',
      remedy: 'Import it now, or wait for the next comparison.',
    },
    changed_since: {
      title: 'The cause is gone',
      explanation:
        'When Vorder looked last there was a reason to leave it out. In Teamleader that reason is gone now.',
      remedy: 'Try again now, or wait for the next comparison with Teamleader.',
    },
    waits_for_its_turn: {
      title: 'It waits for its turn',
      explanation: 'Vorder knows of it and looks at it soon by itself.',
      remedy: 'Nothing to do, or try again now.',
    },
  },
  remedies: {
    retry: 'Try again now',
    import: 'Import this invoice',
    open_in_crm: 'Open in Teamleader',
    open_settings: 'Open the settings',
    reconnect: 'Connect again',
    open_invoice: 'Open the invoice',
  },
  crmNotAsked: (why) => `Teamleader could not be asked just now (${why}); this answer rests on the ledger.`,
  notInCrm: 'Teamleader does not show it to the connected user.',
  inCrm: ({ number, state, total, open }) =>
    `In Teamleader now: ${number}, ${state}, ${total}, open ${open}.`,
  states: { draft: 'draft', booked: 'booked', paid: 'paid', credited: 'credited' },
  paidAt: (moment) => `Paid in Teamleader on ${moment}.`,
  stayedOut: (moment, cause) => `Stayed out on ${moment}: ${cause}.`,
  amountWasZero: (moment) => `The amount was zero on ${moment}.`,
  wasDraft: (moment) => `It was still a draft on ${moment}.`,
  department: (name) => `It belongs to the department ${name}.`,
  importedAt: (moment) => `Came in on ${moment}.`,
  heard: (count, moment) =>
    count === 1
      ? `Teamleader announced it on ${moment}.`
      : `Teamleader announced it ${count} times, last on ${moment}.`,
  neverHeard: 'No message of Teamleader about it is known.',
  nextTry: (moment) => `Vorder looks again on ${moment}.`,
  detail: (detail) => `What was said: ${detail}`,
  told: (type) => `Teamleader told: ${type}`,
  toldIgnored: (type) => `Teamleader told: ${type}; not acted on`,
  toldWaits: (type) => `Teamleader told: ${type}; waits`,
  lookedAt: {
    webhook: 'Looked at it because Teamleader told of it',
    reconcile: 'Looked at it when comparing with Teamleader',
    nightly: 'Looked at it in the nightly comparison',
    retry: 'Looked at it again by itself',
    by_hand: 'Looked at it because somebody asked',
  },
  previewed: (outcome) => `Previewed by hand: ${outcome}`,
  importedByHand: (outcome) => `Imported by hand: ${outcome}`,
  outcomes: {
    imported: 'imported',
    updated: 'brought up to date',
    unchanged: 'unchanged',
    skipped: 'left out',
    failed: 'failed',
  },
  askedNow: (answer) => `Asked Teamleader just now: ${answer}`,
  answers: { found: 'it is there', unreadable: 'not readable', absent: 'not there', no_answer: 'no answer' },
}

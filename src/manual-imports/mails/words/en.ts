import type { MailCatalogue } from './catalogue.ts'

export const mailsInEnglish: MailCatalogue = {
  summarySubject: ({ state, imported, leftOut, name }) =>
    `${state === 'finished' ? 'Imported' : state === 'cancelled' ? 'Import cancelled' : 'Import stopped'}: ${imported} ${imported === 1 ? 'invoice' : 'invoices'}, ${leftOut} left out (${name})`,
  summaryIntro: {
    finished: (name, business) => `The import that you started for ${business} is finished: ${name}.`,
    cancelled: (name, business) =>
      `The import that you started for ${business} was cancelled: ${name}. What had come in stays.`,
    failed: (name, business) =>
      `The import that you started for ${business} stopped before its end: ${name}. What had come in stays; start it again to go on.`,
  },
  problem: (detail) => `Why it stopped: ${detail}`,
  outcome: {
    imported: (count) => `${count} imported`,
    updated: (count) => `${count} already in, brought up to date`,
    unchanged: (count) => `${count} already in, unchanged`,
    skipped: (count) => `${count} left out`,
    failed: (count) => `${count} could not come in yet`,
  },
  nothingFound: 'Teamleader showed no invoice that fits.',
  leftOutHeading: 'What did not come in',
  unknownHeading: 'Not to be found',
  unknown:
    'Teamleader does not show these to the connected user. Check the number, and that the user may see the department:',
  warned: (count) =>
    `${count} came in with a warning: the custom field names no profile, so another one was chosen.`,
  nobodyAsked:
    'Nobody was asked to pay: they came in without an invitation, and no reminder follows by itself.',
  incomplete:
    'The list in Teamleader kept changing while it was read, so that an invoice may be lacking. Import the same once more to be sure.',
  more: (count) => `And ${count} more; the page of the import shows all of them.`,
  withoutNumber: 'Without number',
  helps: 'What helps:',
  openInVorder: 'Show in Vorder',
  openInCrm: 'Open in Teamleader',
  openRun: 'Open the import in Vorder',
  digestSubject: (business) => `Invoices of ${business} need you`,
  digestIntro: (business) =>
    `The automatic import of ${business} met something since yesterday that it cannot solve by itself.`,
  digestFailed: 'Could not come in',
  digestProfile: 'Came in with another profile than the custom field names',
  digestReconnect: (account) => `Teamleader account "${account}" has to be connected again`,
  openSettings: 'Open the settings',
}

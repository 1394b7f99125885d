import type { MailCatalogue } from './catalogue.ts'

export const mailsInDutch: MailCatalogue = {
  summarySubject: ({ state, imported, leftOut, name }) =>
    `${state === 'finished' ? 'Ingelezen' : state === 'cancelled' ? 'Inlezen geannuleerd' : 'Inlezen gestopt'}: ${imported} ${imported === 1 ? 'factuur' : 'facturen'}, ${leftOut} niet (${name})`,
  summaryIntro: {
    finished: (name, business) => `Het inlezen dat u startte voor ${business} is klaar: ${name}.`,
    cancelled: (name, business) =>
      `Het inlezen dat u startte voor ${business} is geannuleerd: ${name}. Wat al binnen was, blijft.`,
    failed: (name, business) =>
      `Het inlezen dat u startte voor ${business} is te vroeg gestopt: ${name}. Wat al binnen was, blijft; start het opnieuw om verder te gaan.`,
  },
  problem: (detail) => `Waarom het stopte: ${detail}`,
  outcome: {
    imported: (count) => `${count} ingelezen`,
    updated: (count) => `${count} al binnen, bijgewerkt`,
    unchanged: (count) => `${count} al binnen, ongewijzigd`,
    skipped: (count) => `${count} overgeslagen`,
    failed: (count) => `${count} nog niet gelukt`,
  },
  nothingFound: 'Teamleader toonde geen factuur die past.',
  leftOutHeading: 'Wat niet binnenkwam',
  unknownHeading: 'Niet te vinden',
  unknown:
    'Teamleader toont deze niet aan de gekoppelde gebruiker. Kijk het nummer na, en of die gebruiker de afdeling mag zien:',
  warned: (count) =>
    `${count} kwamen binnen met een waarschuwing: het vrije veld noemt geen profiel, dus is een ander gekozen.`,
  nobodyAsked:
    'Aan niemand werd betaling gevraagd: ze kwamen binnen zonder uitnodiging en er volgt vanzelf geen herinnering.',
  incomplete:
    'De lijst in Teamleader bleef veranderen tijdens het lezen; er kan een factuur ontbreken. Lees hetzelfde nog eens in om zeker te zijn.',
  more: (count) => `En nog ${count}; de pagina van het inlezen toont ze allemaal.`,
  withoutNumber: 'Zonder nummer',
  helps: 'Wat helpt:',
  openInVorder: 'Tonen in Vorder',
  openInCrm: 'Openen in Teamleader',
  openRun: 'Deze invoer openen in Vorder',
  digestSubject: (business) => `Facturen van ${business} hebben u nodig`,
  digestIntro: (business) =>
    `Het automatisch inlezen van ${business} stuitte sinds gisteren op iets dat het niet zelf kan oplossen.`,
  digestFailed: 'Kon niet binnenkomen',
  digestProfile: 'Binnengekomen met een ander profiel dan het vrije veld noemt',
  digestReconnect: (account) => `Teamleader-account "${account}" moet opnieuw gekoppeld worden`,
  openSettings: 'Instellingen openen',
}

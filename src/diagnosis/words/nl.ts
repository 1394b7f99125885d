import type { DiagnosisCatalogue } from './catalogue.ts'

export const diagnosisInDutch: DiagnosisCatalogue = {
  verdicts: {
    already_here: {
      title: 'Ze is er',
      explanation: 'De factuur is binnen. Kijk naar de filters van de lijst, of open ze meteen.',
      remedy: 'Open de factuur.',
    },
    archived_here: {
      title: 'Ze is er, gearchiveerd',
      explanation: 'De factuur kwam binnen en is gearchiveerd; de gewone lijsten laten ze weg.',
      remedy: 'Open de factuur; haar geschiedenis zegt waarom ze gearchiveerd is.',
    },
    unknown_number: {
      title: 'Niemand kent dit nummer',
      explanation:
        'Noch het register, noch Teamleader, voor zover de gekoppelde gebruiker mag zien, heeft een factuur met dit nummer.',
      remedy:
        'Kijk het nummer na. Een concept heeft er nog geen: plak dan de link van de factuur in Teamleader. Staat ze daar, dan mist de gekoppelde gebruiker misschien het recht op haar afdeling.',
    },
    cannot_be_asked: {
      title: 'Teamleader kan nu niet gevraagd worden',
      explanation:
        'Vorder hoorde niets van deze factuur, en Teamleader ligt plat, is traag of beperkt de oproepen. Of ze daar staat, is dus niet bekend.',
      remedy: 'Vraag het over enkele minuten opnieuw.',
    },
    switched_off: {
      title: 'Automatisch inlezen staat uit',
      explanation: 'Facturen kwamen alleen met de hand binnen toen deze geboekt werd, of nog steeds.',
      remedy:
        'Lees ze nu in; zet bij Instellingen, Koppelingen het automatisch inlezen aan voor de volgende.',
    },
    connection_off: {
      title: 'Teamleader is losgekoppeld',
      explanation: 'Iemand beëindigde de koppeling; er komt niets binnen en er kan niets gevraagd worden.',
      remedy: 'Koppel opnieuw bij Instellingen, Koppelingen.',
    },
    never_told: {
      title: 'Teamleader meldde ze nooit',
      explanation:
        'De factuur kan binnenkomen, maar geen bericht erover bereikte Vorder. De volgende vergelijking met Teamleader vindt ze binnen een kwartier, of vannacht.',
      remedy: 'Lees ze nu in, of wacht op de volgende vergelijking.',
    },
    changed_since: {
      title: 'De oorzaak is weg',
      explanation:
        'Toen Vorder het laatst keek was er een reden om ze over te slaan. In Teamleader is die reden nu weg.',
      remedy: 'Probeer nu opnieuw, of wacht op de volgende vergelijking met Teamleader.',
    },
    waits_for_its_turn: {
      title: 'Ze wacht op haar beurt',
      explanation: 'Vorder weet ervan en kijkt er vanzelf binnenkort naar.',
      remedy: 'Niets te doen, of probeer nu opnieuw.',
    },
  },
  remedies: {
    retry: 'Nu opnieuw proberen',
    import: 'Deze factuur inlezen',
    open_in_crm: 'Openen in Teamleader',
    open_settings: 'Instellingen openen',
    reconnect: 'Opnieuw koppelen',
    open_invoice: 'De factuur openen',
  },
  crmNotAsked: (why) =>
    `Teamleader kon nu niet gevraagd worden (${why}); dit antwoord steunt op het register.`,
  notInCrm: 'Teamleader toont ze niet aan de gekoppelde gebruiker.',
  inCrm: ({ number, state, total, open }) => `Nu in Teamleader: ${number}, ${state}, ${total}, open ${open}.`,
  states: { draft: 'concept', booked: 'geboekt', paid: 'betaald', credited: 'gecrediteerd' },
  paidAt: (moment) => `Betaald in Teamleader op ${moment}.`,
  stayedOut: (moment, cause) => `Overgeslagen op ${moment}: ${cause}.`,
  amountWasZero: (moment) => `Het bedrag was nul op ${moment}.`,
  wasDraft: (moment) => `Ze was nog een concept op ${moment}.`,
  department: (name) => `Ze hoort bij de afdeling ${name}.`,
  importedAt: (moment) => `Binnengekomen op ${moment}.`,
  heard: (count, moment) =>
    count === 1
      ? `Teamleader meldde ze op ${moment}.`
      : `Teamleader meldde ze ${count} keer, het laatst op ${moment}.`,
  neverHeard: 'Er is geen bericht van Teamleader over bekend.',
  nextTry: (moment) => `Vorder kijkt opnieuw op ${moment}.`,
  detail: (detail) => `Wat gezegd werd: ${detail}`,
  told: (type) => `Teamleader meldde: ${type}`,
  toldIgnored: (type) => `Teamleader meldde: ${type}; niets mee gedaan`,
  toldWaits: (type) => `Teamleader meldde: ${type}; wacht`,
  lookedAt: {
    webhook: 'Bekeken omdat Teamleader ze meldde',
    reconcile: 'Bekeken bij het vergelijken met Teamleader',
    nightly: 'Bekeken bij de nachtelijke vergelijking',
    retry: 'Vanzelf opnieuw bekeken',
    by_hand: 'Bekeken omdat iemand het vroeg',
  },
  previewed: (outcome) => `Voorbeeld met de hand: ${outcome}`,
  importedByHand: (outcome) => `Met de hand ingelezen: ${outcome}`,
  outcomes: {
    imported: 'ingelezen',
    updated: 'bijgewerkt',
    unchanged: 'ongewijzigd',
    skipped: 'overgeslagen',
    failed: 'mislukt',
  },
  askedNow: (answer) => `Daarnet aan Teamleader gevraagd: ${answer}`,
  answers: {
    found: 'ze is er',
    unreadable: 'niet leesbaar',
    absent: 'ze is er niet',
    no_answer: 'geen antwoord',
  },
}

import type { LazyTexts } from '../texts.ts'

/** What the page "which invoices chose which profile", and the custom fields in the settings, say in Dutch. */
export const profileChoicesInDutch: Pick<LazyTexts, 'profileChoices' | 'profileFields'> = {
  profileChoices: {
    title: 'Welk profiel, en waarom',
    intro: 'Wat het profiel van elke factuur koos, en wat er in de vrije velden van Teamleader stond.',
    settings: 'De velden kiezen',
    seeHow: 'Bekijk wat er gelezen werd',
    all: 'Alle',
    view: {
      warned: 'Met een waarschuwing',
      invoice_field: 'Veld op de factuur',
      subscription_field: 'Veld op het abonnement',
      customer: 'Klant',
      connection: 'Standaard',
    },
    search: 'In deze facturen zoeken',
    searchHint: 'Nummer, klant, mededeling',
    profile: 'Profiel',
    anyProfile: 'Elk profiel',
    warning: 'Waarschuwing',
    anyWarning: 'Met of zonder waarschuwing',
    invoice: 'Factuur',
    unnamed: 'Zonder nummer',
    why: 'Wat het koos',
    total: 'Totaal',
    reading: {
      invoice: 'Op de factuur, {{field}}:',
      subscription: 'Op het abonnement, {{field}}:',
    },
    fieldGone: 'een verwijderd veld',
    noValue: 'niets ingevuld',
    openInTeamleader: 'Openen in Teamleader',
    emptyTitle: 'Nog geen facturen',
    emptyText: 'Zodra er facturen binnenkomen, staat hier welk profiel elke factuur heeft, en waarom.',
    noWarnings: 'In geen enkel vrij veld staat iets verkeerds',
    noMatch: 'Geen enkele factuur voldoet',
  },
  profileFields: {
    make: 'De twee velden in Teamleader maken',
    made: 'Teamleader heeft de velden nu, met een keuze voor elk profiel',
    found: 'De velden waren er al; ze zijn nu gekozen',
    byHand: 'Zelf maken: zo gaat het',
    byHandTitle: 'Vrije velden voor het profiel',
    step: {
      open: 'Open in Teamleader Instellingen, Vrije velden, en daar Facturen; doe daarna hetzelfde voor Abonnementen.',
      add: 'Voeg een veld “Vorder-profiel” toe met vaste keuzes waarvan er één gekozen kan worden. Een tekstveld kan ook; dan moet de naam telkens getypt worden.',
      options:
        'Geef het een keuze voor elk profiel, geschreven zoals hieronder. Hoofdletters en spaties maken niet uit.',
      choose: 'Kom hier terug en kies de twee velden.',
    },
    options: 'De keuzes',
    copyOptions: 'Alle keuzes kopiëren',
    copyOption: '{{name}} kopiëren',
    gone: 'Dit veld bestaat niet meer in Teamleader. Kies een ander: tot dan krijgt elke factuur een waarschuwing.',
    goneOption: 'Een verwijderd veld',
    allNamed: 'Elke keuze noemt een profiel, en elk profiel heeft er een',
    namesNothing_one:
      'De keuze {{options}} noemt geen profiel: voor facturen daarmee geldt de volgende regel.',
    namesNothing_other:
      'De keuzes {{options}} noemen geen profiel: voor facturen daarmee geldt de volgende regel.',
    notNamed: 'Zonder keuze in Teamleader: {{profiles}}',
    seeChoices: 'Welke facturen welk profiel kozen, en waarom',
  },
}

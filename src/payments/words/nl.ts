import type { WriteBackCatalogue } from './catalogue.ts'

export const writeBacksInDutch: WriteBackCatalogue = {
  standings: {
    off: {
      title: 'Enkel in Vorder gekend',
      explanation:
        'Teamleader weet hier niets van: betalingen daar registreren staat uit, of stond toen uit.',
    },
    waiting: { title: 'Onderweg naar Teamleader', explanation: 'Vorder registreert de betaling daar zelf.' },
    done: { title: 'Geregistreerd in Teamleader', explanation: 'Teamleader toont deze betaling.' },
    refused: { title: 'Niet geregistreerd in Teamleader', explanation: 'Iemand moet kijken.' },
    unknown: {
      title: 'Teamleader antwoordde niet',
      explanation:
        'De betaling kan daar aangekomen zijn. Vorder kijkt eerst naar de factuur vóór het iets anders doet.',
    },
    revoking: {
      title: 'Wordt verwijderd in Teamleader',
      explanation: 'De betaling is hier ingetrokken; Vorder verwijdert ze daar zelf.',
    },
    revoked: { title: 'Verwijderd in Teamleader', explanation: 'Teamleader toont deze betaling niet meer.' },
  },
  causes: {
    gone_in_crm: {
      title: 'De factuur staat niet in Teamleader',
      explanation:
        'Ze is verwijderd, of de gekoppelde gebruiker mag ze niet zien. Klopt de betaling niet, trek ze dan hier in.',
    },
    not_booked: {
      title: 'De factuur is een ontwerp in Teamleader',
      explanation: 'Boek ze daar en probeer dan opnieuw.',
    },
    already_paid_in_crm: {
      title: 'De factuur is in Teamleader al betaald',
      explanation:
        'Gaat het om hetzelfde geld, trek de betaling dan hier in. Betaalde de klant twee keer, dan ziet u het overschot bij de factuur.',
    },
    credited_in_crm: {
      title: 'De factuur is in Teamleader gecrediteerd',
      explanation:
        'Op een gecrediteerde factuur kan daar geen betaling komen. Betaal de klant terug, of verwerk de creditnota in Teamleader.',
    },
    more_than_open: {
      title: 'Meer dan er in Teamleader openstaat',
      explanation:
        'De betaling is hoger dan wat in Teamleader openstaat. Bekijk de factuur daar; trek de betaling hier in en noteer het juiste bedrag.',
    },
    other_currency: {
      title: 'Een andere munt',
      explanation: 'De factuur staat in Teamleader in een andere munt. Registreer de betaling daar zelf.',
    },
    other_payments_there: {
      title: 'Er staan ook andere betalingen',
      explanation:
        'Teamleader kan enkel alle betalingen van een factuur samen verwijderen. Verwijder deze daar zelf; de andere blijven staan.',
    },
    not_permitted: {
      title: 'De gekoppelde gebruiker mag dit niet',
      explanation:
        'Geef de gekoppelde gebruiker in Teamleader het recht om betalingen te registreren en probeer dan opnieuw.',
    },
    crm_refused: {
      title: 'Teamleader weigerde',
      explanation:
        'Bekijk de factuur in Teamleader. Zijn boekingen daar vergrendeld, kijk dan bij Instellingen, Facturatie, „geboekte facturen kunnen niet bewerkt worden”; probeer dan opnieuw.',
    },
    no_answer: {
      title: 'Teamleader antwoordde meermaals niet',
      explanation: 'Kijk of de betaling daar staat. Zo niet, probeer opnieuw.',
    },
    not_seen_there: {
      title: 'Teamleader zei ja, maar het is niet te zien',
      explanation:
        'Bekijk de betalingen van de factuur in Teamleader. Probeer enkel opnieuw als ze niet kloppen: Vorder herhaalt dit niet uit zichzelf.',
    },
    unreadable: {
      title: 'Teamleader toont de betalingen niet',
      explanation:
        'Zonder de betalingen daar te zien schrijft Vorder niets. Controleer de rechten van de gekoppelde gebruiker en probeer dan opnieuw.',
    },
  },
}

import type { DocumentCatalogue } from './catalogue.ts'

export const documentsInDutch: DocumentCatalogue = {
  retrieval: (document) => `${document}-documenten ophalen`,
  zipPrefix: 'facturen',
  standings: {
    waiting: {
      title: 'Nog niet hier',
      explanation: 'Vorder vraagt het document vanzelf opnieuw aan Teamleader.',
    },
    retrieved: {
      title: 'Hier',
      explanation: 'Het document is bij Teamleader opgehaald en gecontroleerd.',
    },
    given_up: {
      title: 'Opgegeven',
      explanation:
        'Vorder heeft er veertien dagen om gevraagd. Kijk in Teamleader of het document daar opengaat en haal het hier dan met de hand op.',
    },
    under_way: { title: 'Wordt opgehaald', explanation: 'Het document wordt op dit moment opgehaald.' },
  },
  causes: {
    not_there_yet: {
      title: 'Teamleader heeft nog geen document',
      explanation: 'Teamleader maakt het document enige tijd na het boeken van de factuur. Niets te doen.',
    },
    crm_unavailable: {
      title: 'Teamleader is niet bereikbaar',
      explanation: 'Vorder gaat verder zodra Teamleader antwoordt. Intussen telt geen enkele poging.',
    },
    calls_used_up: {
      title: 'Wacht op ruimte',
      explanation: 'De oproepen die Teamleader per minuut toelaat zijn op. Vorder gaat vanzelf verder.',
    },
    reconnect_needed: {
      title: 'De koppeling werd geweigerd',
      explanation:
        'Teamleader aanvaardt de koppeling niet meer. Koppel opnieuw in Instellingen, Integraties.',
    },
    crm_refused: {
      title: 'Teamleader weigerde',
      explanation:
        'De gekoppelde gebruiker mag deze factuur niet downloaden. Controleer zijn rechten in Teamleader.',
    },
    location_refused: {
      title: 'Het downloadadres werkte niet',
      explanation:
        'Teamleader gaf een adres voor het document dat verlopen was of geweigerd werd. Vorder vraagt een nieuw.',
    },
    unsafe_location: {
      title: 'Het downloadadres is niet veilig',
      explanation:
        'Het adres dat voor het document werd gegeven leidt niet naar een server op het internet. Het werd daarom niet bevraagd.',
    },
    host_unavailable: {
      title: 'De server met het document antwoordt niet',
      explanation:
        'Teamleader bewaart documenten op een andere server, die weg of te traag is. Vorder probeert opnieuw.',
    },
    too_large: {
      title: 'Het document is te groot',
      explanation: 'Documenten van meer dan 25 MB worden niet opgehaald. Maak het kleiner in Teamleader.',
    },
    empty: {
      title: 'Het document is leeg',
      explanation:
        'Wat kwam heeft geen inhoud. Vorder probeert opnieuw; blijft het zo, maak het document dan opnieuw in Teamleader.',
    },
    cut: {
      title: 'Het document is onvolledig',
      explanation: 'Slechts een deel kwam aan. Vorder probeert opnieuw.',
    },
    web_page: {
      title: 'Er kwam een webpagina',
      explanation:
        'De server antwoordde met een webpagina, wellicht een foutmelding, en niet met het document.',
    },
    not_a_pdf: {
      title: 'Geen pdf',
      explanation: 'Wat kwam is een ander soort bestand. Vorder probeert opnieuw.',
    },
    unreadable_pdf: {
      title: 'De pdf is beschadigd',
      explanation:
        'De pdf kan niet worden geopend. Open hem in Teamleader; lukt dat ook daar niet, maak hem dan opnieuw.',
    },
    no_pages: {
      title: 'De pdf heeft geen pagina’s',
      explanation: 'Er is niets in te zien. Maak het document opnieuw in Teamleader.',
    },
    password_protected: {
      title: 'De pdf vraagt een wachtwoord',
      explanation: 'Uw klant zou hem niet kunnen openen. Maak het document in Teamleader zonder wachtwoord.',
    },
    not_a_ubl: {
      title: 'Geen elektronische factuur',
      explanation: 'Wat kwam is geen UBL-factuur of -creditnota. Vorder probeert opnieuw.',
    },
    unreadable_ubl: {
      title: 'De elektronische factuur is beschadigd',
      explanation:
        'Het UBL-bestand is niet welgevormd, of bevat wat er niet in mag. Vorder probeert opnieuw.',
    },
    wrong_invoice: {
      title: 'Het document van een andere factuur',
      explanation:
        'Wat kwam draagt het nummer van een andere factuur en is daarom niet bewaard. Open het document in Teamleader en maak het opnieuw.',
    },
    lost: {
      title: 'Het bewaarde document was beschadigd',
      explanation: 'Het bestand dat Vorder bewaarde ontbrak of was gewijzigd. Vorder haalt het opnieuw op.',
    },
    invoice_archived: {
      title: 'De factuur is gearchiveerd',
      explanation: 'Teamleader heeft de factuur niet meer, dus is er geen document op te halen.',
    },
    unexpected: {
      title: 'Bij ons ging iets mis',
      explanation: 'In het logboek staat meer. Vorder probeert opnieuw.',
    },
  },
}

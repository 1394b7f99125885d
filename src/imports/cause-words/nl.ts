import type { CauseCatalogue } from './catalogue.ts'

export const causesInDutch: CauseCatalogue = {
  draft: {
    title: 'Nog een concept',
    explanation:
      'De factuur is nog niet geboekt in Teamleader; ze heeft nog geen nummer en niemand is iets verschuldigd.',
    remedy: 'Boek ze in Teamleader; daarna komt ze vanzelf binnen.',
  },
  paid: {
    title: 'Al betaald',
    explanation:
      'De factuur stond in Teamleader als betaald voor ze kon binnenkomen. Betaalde facturen worden niet ingelezen. In zijn lijsten noemt Teamleader ook een factuur betaald die volledig gecrediteerd is.',
    remedy:
      'Niets te doen. Klopt de betaling niet, verwijder ze dan in Teamleader; de factuur komt dan vanzelf binnen.',
  },
  credited: {
    title: 'Volledig gecrediteerd',
    explanation: 'Creditnota’s in Teamleader namen het hele bedrag weg; er valt niets meer te betalen.',
    remedy: 'Niets te doen.',
  },
  zero_amount: {
    title: 'Bedrag is nul',
    explanation:
      'Er valt niets te betalen op deze factuur. Facturen met een nulbedrag worden niet ingelezen.',
    remedy: 'Wordt het bedrag in Teamleader verhoogd, dan komt de factuur vanzelf binnen.',
  },
  negative_amount: {
    title: 'Bedrag is negatief',
    explanation: 'Het totaal ligt onder nul: de klant krijgt geld terug en is niets verschuldigd.',
    remedy: 'Regel het in Teamleader, bijvoorbeeld als creditnota bij de factuur waar ze bij hoort.',
  },
  department_not_chosen: {
    title: 'Afdeling wordt niet ingelezen',
    explanation:
      'De factuur hoort bij een afdeling die niet gekozen is in de instellingen van deze koppeling.',
    remedy: 'Kies de afdeling bij Instellingen, Koppelingen, als haar facturen moeten binnenkomen.',
  },
  deleted_in_crm: {
    title: 'Verwijderd in Teamleader',
    explanation: 'Teamleader meldde dat de factuur verwijderd werd.',
    remedy: 'Niets te doen. Was het een vergissing, maak ze dan opnieuw in Teamleader.',
  },
  not_found_in_crm: {
    title: 'Niet te vinden in Teamleader',
    explanation:
      'Teamleader noemde de factuur maar toont ze niet aan de gekoppelde gebruiker, ook niet na meerdere pogingen.',
    remedy:
      'Kijk in Teamleader na of de gekoppelde gebruiker facturen van deze afdeling mag zien en probeer opnieuw.',
  },
  unreadable_invoice: {
    title: 'Antwoord was onleesbaar',
    explanation:
      'Wat Teamleader over deze factuur stuurde heeft een vorm die Vorder niet begrijpt. Er is een kopie bewaard.',
    remedy: 'Vorder probeert vanzelf opnieuw. Blijft het zo, bezorg de details dan aan wie Vorder beheert.',
  },
  unreadable_customer: {
    title: 'Klant was onleesbaar',
    explanation:
      'De factuur is in orde, maar wat Teamleader over de klant stuurde heeft een vorm die Vorder niet begrijpt.',
    remedy: 'Kijk in Teamleader of er iets vreemds staat bij de klant; Vorder probeert vanzelf opnieuw.',
  },
  cannot_be_stored: {
    title: 'Kon niet bewaard worden',
    explanation:
      'Iets in deze factuur kan niet bewaard worden. Andere facturen hebben er geen last van. Er is een kopie bewaard.',
    remedy: 'Vorder probeert vanzelf opnieuw. Blijft het zo, bezorg de details dan aan wie Vorder beheert.',
  },
  crm_unavailable: {
    title: 'Teamleader antwoordt niet',
    explanation:
      'Teamleader meldde deze factuur, maar is nu onbereikbaar, traag of beperkt het aantal vragen.',
    remedy: 'Niets te doen: Vorder vraagt het vanzelf opnieuw.',
  },
  crm_refused: {
    title: 'Teamleader weigerde ze te tonen',
    explanation:
      'Teamleader begreep de vraag en weigerde, meestal omdat de gekoppelde gebruiker een recht mist.',
    remedy: 'Geef de gekoppelde gebruiker dat recht in Teamleader en probeer opnieuw.',
  },
  reconnect_needed: {
    title: 'Teamleader moet opnieuw gekoppeld worden',
    explanation: 'Teamleader aanvaardt de koppeling niet meer, dus kan de factuur niet opgevraagd worden.',
    remedy: 'Koppel opnieuw bij Instellingen, Koppelingen; alles wat wacht komt dan vanzelf binnen.',
  },
  not_visible_yet: {
    title: 'Nog niet zichtbaar',
    explanation: 'Teamleader meldde deze factuur maar toont ze nog niet. Dat kan even duren.',
    remedy: 'Niets te doen: Vorder kijkt vanzelf opnieuw.',
  },
}

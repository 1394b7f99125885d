import type { CrmProblem } from '../crm-problem.ts'

export type CrmProblemCatalogue = Readonly<Record<CrmProblem, { title: string; explanation: string }>>

export const problemsInEnglish: CrmProblemCatalogue = {
  reconnect_needed: {
    title: 'Teamleader has to be connected again',
    explanation:
      'Teamleader no longer accepts this connection. An administrator can connect it again in the settings.',
  },
  not_permitted: {
    title: 'Teamleader does not show its customers',
    explanation: 'The user who connected Teamleader may not see companies or contacts there.',
  },
  away: {
    title: 'Teamleader cannot be reached',
    explanation:
      'Teamleader does not answer at the moment. Nothing is lost; try again a little later, or go on by hand.',
  },
  busy: {
    title: 'Teamleader asks for a moment',
    explanation:
      'The calls that Teamleader allows in a minute are used up. Try again in a minute, or go on by hand.',
  },
  slow: {
    title: 'Teamleader is slow',
    explanation:
      'Teamleader did not answer everything in time. What is shown may not be all; try again, or go on by hand.',
  },
  unreadable: {
    title: 'Teamleader gave an answer that makes no sense',
    explanation:
      'The answer could not be read and nothing of it was used. Try again a little later, or go on by hand.',
  },
}

export const problemsInDutch: CrmProblemCatalogue = {
  reconnect_needed: {
    title: 'Teamleader moet opnieuw gekoppeld worden',
    explanation:
      'Teamleader aanvaardt deze koppeling niet meer. Een beheerder kan ze opnieuw leggen in de instellingen.',
  },
  not_permitted: {
    title: 'Teamleader toont zijn klanten niet',
    explanation: 'De gebruiker die Teamleader koppelde, mag daar geen bedrijven of contacten zien.',
  },
  away: {
    title: 'Teamleader is niet bereikbaar',
    explanation:
      'Teamleader antwoordt op dit moment niet. Er is niets verloren; probeer het wat later opnieuw, of ga met de hand verder.',
  },
  busy: {
    title: 'Teamleader vraagt even geduld',
    explanation:
      'De oproepen die Teamleader per minuut toelaat, zijn opgebruikt. Probeer het over een minuut opnieuw, of ga met de hand verder.',
  },
  slow: {
    title: 'Teamleader is traag',
    explanation:
      'Teamleader antwoordde niet op tijd op alles. Wat u ziet is misschien niet volledig; probeer opnieuw, of ga met de hand verder.',
  },
  unreadable: {
    title: 'Teamleader gaf een onbegrijpelijk antwoord',
    explanation:
      'Het antwoord kon niet gelezen worden en er is niets van gebruikt. Probeer het wat later opnieuw, of ga met de hand verder.',
  },
}

export const problemsInFrench: CrmProblemCatalogue = {
  reconnect_needed: {
    title: 'Teamleader doit être reconnecté',
    explanation:
      'Teamleader n’accepte plus cette connexion. Un administrateur peut la rétablir dans les paramètres.',
  },
  not_permitted: {
    title: 'Teamleader ne montre pas ses clients',
    explanation:
      'L’utilisateur qui a connecté Teamleader ne peut pas y voir les entreprises ou les contacts.',
  },
  away: {
    title: 'Teamleader est injoignable',
    explanation:
      'Teamleader ne répond pas pour le moment. Rien n’est perdu ; réessayez un peu plus tard, ou continuez à la main.',
  },
  busy: {
    title: 'Teamleader demande un instant',
    explanation:
      'Les appels que Teamleader autorise par minute sont épuisés. Réessayez dans une minute, ou continuez à la main.',
  },
  slow: {
    title: 'Teamleader est lent',
    explanation:
      'Teamleader n’a pas tout répondu à temps. La liste est peut-être incomplète ; réessayez, ou continuez à la main.',
  },
  unreadable: {
    title: 'Teamleader a donné une réponse incompréhensible',
    explanation:
      'La réponse n’a pas pu être lue et rien n’en a été utilisé. Réessayez un peu plus tard, ou continuez à la main.',
  },
}

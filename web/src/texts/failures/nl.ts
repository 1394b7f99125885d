import type { failuresInEnglish } from './en.ts'

/** Wat mensen lezen als iets mislukt, volgens de code van de server, in het Nederlands. */
export const failuresInDutch: typeof failuresInEnglish = {
  unreachable: 'Vorder antwoordt niet. Kijk het netwerk na en probeer opnieuw.',
  internal_error: 'Er ging bij ons iets mis. Probeer opnieuw; blijft het, geef dan het aanvraagnummer door.',
  database_unavailable: 'De databank antwoordt even niet. Er is niets verloren; probeer zo dadelijk opnieuw.',
  too_many_uploads:
    'Er worden te veel bestanden tegelijk opgeladen. Wacht tot er een binnen is en probeer opnieuw.',
  not_signed_in: 'U bent niet meer aangemeld.',
  not_allowed: 'Dit mag alleen een beheerder.',
  not_found: 'Dit bestaat niet of niet meer.',
  invalid_input: 'Niet alles is juist ingevuld; kijk naar de velden.',
  weak_password: 'Dit wachtwoord is te makkelijk te raden. Neem een langer met meer verschillende tekens.',
  already_set_up: 'Vorder is al ingericht. Meld u aan.',
  invoice_archived: 'De factuur is gearchiveerd: er wordt geen betaling op genoteerd.',
  nothing_open: 'Er staat niets open op deze factuur.',
  payment_of_crm: 'Deze betaling is van Teamleader: wijzig ze daar.',
  write_back_off: 'Betalingen registreren in Teamleader staat uit.',
  payment_revoked: 'Deze betaling is teruggenomen.',
  view_name_taken: 'Er is al een weergave met deze naam.',
  too_many_views: 'U heeft zoveel weergaven als er bewaard kunnen worden. Verwijder er eerst een.',
  profile_in_use: 'Dit profiel is in gebruik: een ander moet in zijn plaats komen.',
  last_profile: 'Dit is het enige profiel. Voeg eerst een ander toe.',
  profile_name_taken: 'Er is al een profiel met deze naam.',
  too_many_attempts: 'Te veel pogingen. Wacht enkele minuten en probeer opnieuw.',
  source_unavailable: 'Teamleader antwoordt even niet. Probeer over enkele minuten opnieuw.',
  rate_limited: 'Teamleader vraagt geduld: te veel vragen tegelijk. Probeer over een minuut opnieuw.',
  call_budget_used_up:
    'Vorder heeft Teamleader deze minuut zoveel gevraagd als mag. Probeer over een minuut opnieuw.',
  source_rejected: 'Teamleader heeft de vraag geweigerd.',
  unreadable_answer:
    'Het antwoord van Teamleader is onleesbaar. Probeer opnieuw; blijft het, geef dan het aanvraagnummer door.',
  reconnect_needed: 'Teamleader aanvaardt de koppeling niet meer. Verbind opnieuw bij de instellingen.',
  source_not_configured:
    'Vorder weet nog niet hoe het Teamleader bereikt: de systeembeheerder moet de client-id en het geheim instellen.',
}

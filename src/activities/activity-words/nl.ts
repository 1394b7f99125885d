import type { ActivityCatalogue } from './catalogue.ts'

export const activitiesInDutch: ActivityCatalogue = {
  'creditor.created': ({ text }) => `Onderneming ${text('name')} ingesteld`,
  'creditor.changed': () => 'Gegevens van de onderneming gewijzigd',
  'profile.created': ({ text }) => `Profiel ${text('name')} toegevoegd`,
  'profile.renamed': ({ text }) => `Profiel hernoemd naar ${text('name')}`,
  'connection.connected': ({ text }) => `Teamleader-account ${text('accountName')} gekoppeld`,
  'connection.reconnected': ({ text }) => `Teamleader-account ${text('accountName')} opnieuw gekoppeld`,
  'connection.disconnected': () => 'Teamleader ontkoppeld; alle gegevens blijven bewaard',
  'connection.reconnectNeeded': () => 'Teamleader aanvaardt de koppeling niet meer: koppel opnieuw',
  'connection.optionsChanged': () => 'Instellingen van de Teamleader-koppeling gewijzigd',
  'connection.webhooksRegistered': () => 'Teamleader meldt wijzigingen nu aan Vorder',
  'connection.webhooksRemoved': () => 'Teamleader meldt geen wijzigingen meer aan Vorder',
  'connection.webhooksFailed': () =>
    'Teamleader kon niet weten waar het wijzigingen moet melden; Vorder probeert opnieuw',
  'connection.alarmed': ({ text }) => `Teamleader gaf een antwoord dat niet klopt: ${text('message')}`,
  'customer.created': ({ text }) => `Klant ${text('name')} binnengekomen`,
  'customer.refreshed': ({ text }) => `Klant ${text('name')} bijgewerkt`,
  'customer.refreshFailed': ({ text }) =>
    `Klant ${text('name')} is gewijzigd in Teamleader, maar de wijziging kon niet worden overgenomen`,
  'customer.goneInCrm': ({ text }) =>
    `Klant ${text('name')} is niet meer te vinden in Teamleader; de klant blijft bewaard`,
  'invoice.imported': ({ total }) => `Ingelezen uit Teamleader: ${total}`,
  'invoice.updated': () => 'Gewijzigd in Teamleader',
  'invoice.paid': ({ total }) => `Volledig betaald: ${total}`,
  'invoice.partPaid': ({ open }) => `Deels betaald; nog ${open} open`,
  'invoice.reopened': ({ open }) => `Opnieuw open: ${open}`,
  'invoice.credited': () => 'Volledig gecrediteerd; niets meer te betalen',
  'invoice.archived': () => 'Gearchiveerd: verwijderd in Teamleader',
  'invoice.profileChosen': ({ text }) => `Profiel ${text('name')} gekozen`,
  'invoice.profileUnknown': ({ text }) => `In het vrije veld staat “${text('value')}”; dat is geen profiel`,
  'invoice.skipped': ({ text }) =>
    text('number') ? `Factuur ${text('number')} blijft buiten` : 'Factuur blijft buiten',
  'invoice.failed': ({ text }) =>
    text('number') ? `Factuur ${text('number')} kon niet binnenkomen` : 'Factuur kon niet binnenkomen',
}

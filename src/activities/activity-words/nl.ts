import type { ActivityCatalogue } from './catalogue.ts'

export const activitiesInDutch: ActivityCatalogue = {
  'creditor.created': ({ text }) => `Onderneming ${text('name')} ingesteld`,
  'creditor.changed': () => 'Gegevens van de onderneming gewijzigd',
  'profile.created': ({ text }) => `Profiel ${text('name')} toegevoegd`,
  'profile.renamed': ({ text }) => `Profiel hernoemd naar ${text('name')}`,
  'profile.changed': ({ text }) =>
    `Verzending van profiel ${text('name')} gewijzigd (versie ${text('version')})`,
  'profile.replaced': ({ text }) => `Profiel ${text('formerName')} vervangen door ${text('name')}`,
  'profile.deleted': ({ text }) => `Profiel ${text('name')} verwijderd`,
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
  'connection.wentLive': () => 'Live: uitnodigingen vertrekken vanzelf',
  'connection.stoppedSending': () => 'Verzending gestopt: er vertrekt niets meer vanzelf',
  'customer.created': ({ text }) => `Klant ${text('name')} binnengekomen`,
  'customer.refreshed': ({ text }) => `Klant ${text('name')} bijgewerkt`,
  'customer.refreshFailed': ({ text }) =>
    `Klant ${text('name')} is gewijzigd in Teamleader, maar de wijziging kon niet worden overgenomen`,
  'customer.goneInCrm': ({ text }) =>
    `Klant ${text('name')} is niet meer te vinden in Teamleader; de klant blijft bewaard`,
  'customer.deactivatedInCrm': ({ text }) => `Klant ${text('name')} is gedeactiveerd in Teamleader`,
  'customer.backInCrm': ({ text }) => `Klant ${text('name')} is terug in Teamleader`,
  'customer.linked': ({ text }) => `Klant ${text('name')} gekoppeld aan de fiche in Teamleader`,
  'customer.edited': ({ text }) => `Klant ${text('name')} bewerkt`,
  'customer.pinned': ({ text }) => `Een veld van ${text('name')} vastgezet: Teamleader wijzigt het niet meer`,
  'customer.unpinned': ({ text }) => `Een veld van ${text('name')} volgt Teamleader opnieuw`,
  'customer.merged': ({ text }) => `Klant ${text('otherName')} samengevoegd met ${text('name')}`,
  'customer.mergeUndone': ({ text }) => `${text('otherName')} en ${text('name')} zijn weer twee klanten`,
  'customer.anonymised': ({ text }) => `Klant ${text('number')} geanonimiseerd`,
  'customer.deleted': ({ text }) => `Klant ${text('number')} verwijderd`,
  'customerImport.uploaded': ({ text }) => `Bestand ${text('name')} opgeladen om in te lezen`,
  'customerImport.finished': ({ text }) => `Klanten ingelezen uit ${text('name')}`,
  'customerImport.undone': ({ text }) => `Inlezen van ${text('name')} ongedaan gemaakt`,
  'longRun.started': ({ text }) => `Gestart: ${text('name')}`,
  'longRun.finished': ({ text }) => `Klaar: ${text('name')}`,
  'longRun.failed': ({ text }) => `Gestopt door een probleem: ${text('name')}`,
  'longRun.cancelled': ({ text }) => `Geannuleerd: ${text('name')}`,
  'sharedFile.created': ({ text }) => `Bestand ${text('name')} staat klaar om te downloaden`,
  'sharedFile.downloaded': ({ text }) => `Bestand ${text('name')} gedownload`,
  'sharedFile.removed': ({ text }) => `Bestand ${text('name')} verwijderd`,
  'invoice.imported': ({ total }) => `Ingelezen uit Teamleader: ${total}`,
  'invoice.updated': () => 'Gewijzigd in Teamleader',
  'invoice.paid': ({ total }) => `Volledig betaald: ${total}`,
  'invoice.partPaid': ({ open }) => `Deels betaald; nog ${open} open`,
  'invoice.reopened': ({ open }) => `Opnieuw open: ${open}`,
  'invoice.overpaid': ({ overpaid }) =>
    `Er kwam meer binnen dan verschuldigd was: ${overpaid} te veel, of dubbel geteld`,
  'invoice.credited': () => 'Volledig gecrediteerd; niets meer te betalen',
  'invoice.archived': () => 'Gearchiveerd: verwijderd in Teamleader',
  'invoice.profileChosen': ({ text }) => `Profiel ${text('name')} gekozen`,
  'invoice.profileUnknown': ({ text }) => `In het vrije veld staat “${text('value')}”; dat is geen profiel`,
  'invoice.profileReplaced': ({ text }) =>
    `Profiel ${text('name')} kwam in de plaats van ${text('formerName')}`,
  'invoice.documentRetrieved': ({ text }) => `${text('document')} opgehaald bij Teamleader`,
  'invoice.documentRefused': ({ text }) => `${text('document')} kwam, maar kon niet worden bewaard`,
  'invoice.documentGivenUp': ({ text }) =>
    `${text('document')} na veertien dagen opgegeven: iemand moet kijken`,
  'invoice.documentStale': ({ text }) =>
    `${text('document')} veranderde in Teamleader; het nieuwe wordt opgehaald`,
  'invoice.documentLost': ({ text }) =>
    `Het bewaarde bestand (${text('document')}) was beschadigd en wordt opnieuw opgehaald`,
  'invoice.invitationWaiting': () => 'Uitnodiging wacht op de PDF',
  'invoice.invitationPlanned': () => 'Uitnodiging gepland',
  'invoice.invitationHeld': () => 'Uitnodiging tegengehouden',
  'invoice.invitationCancelled': () => 'Uitnodiging geannuleerd',
  'invoice.invitationFailed': ({ text }) => `Uitnodiging kon niet worden verzonden: ${text('detail')}`,
  'invoice.invitationUnknown': () => 'Niemand weet of de uitnodiging vertrokken is: iemand moet kijken',
  'invoice.invitationBounced': ({ text }) => `Het adres ${text('to')} werd geweigerd`,
  'invoice.invited': ({ text }) => `Uitnodiging verzonden aan ${text('recipients')}`,
  'invoice.reminderPlanned': ({ text }) => `Herinnering ${text('level')} gepland`,
  'invoice.reminderHeld': ({ text }) => `Herinnering ${text('level')} tegengehouden`,
  'invoice.reminderCancelled': ({ text }) => `Herinnering ${text('level')} geannuleerd`,
  'invoice.reminderFailed': ({ text }) =>
    `Herinnering ${text('level')} kon niet worden verzonden: ${text('detail')}`,
  'invoice.reminderUnknown': ({ text }) =>
    `Niemand weet of herinnering ${text('level')} vertrokken is: iemand moet kijken`,
  'invoice.reminderBounced': ({ text }) =>
    `Herinnering ${text('level')}: het adres ${text('to')} werd geweigerd`,
  'invoice.reminded': ({ text }) => `Herinnering ${text('level')} verzonden aan ${text('recipients')}`,
  'invoice.invitationSentAgain': ({ text }) => `Uitnodiging wordt nog eens verzonden, aan ${text('to')}`,
  'invoice.reminderSentAgain': ({ text }) =>
    `Herinnering ${text('level')} wordt nog eens verzonden, aan ${text('to')}`,
  'invoice.putOnHold': ({ text }) => `In de wacht gezet: er wordt niets verzonden. ${text('reason')}`.trim(),
  'invoice.holdEnded': () => 'Niet langer in de wacht',
  'invoice.disputed': ({ text }) =>
    `Betwist door de klant: er wordt niets verzonden. ${text('reason')}`.trim(),
  'invoice.disputeEnded': () => 'Niet langer betwist',
  'invoice.paymentPromised': ({ text, amount }) =>
    `Betaling ${amount && `van ${amount} `}beloofd tegen ${text('day')}: tot dan geen herinneringen. ${text('reason')}`.trim(),
  'invoice.promiseEnded': () => 'De belofte om te betalen is ingetrokken',
  'invoice.addressMarked': ({ text }) =>
    `Het adres ${text('address')} aanvaardt geen mail: ${text('detail')}`,
  'invoice.addressCleared': ({ text }) => `Het adres ${text('address')} werkt weer, zo werd gezegd`,
  'invoice.paymentLinkRenewed': () => 'Nieuwe betaallink gemaakt; eerdere werken niet meer',
  'invoice.paymentLinkRevoked': () => 'Betaallink ingetrokken: de betaalpagina is gesloten',
  'invoice.paymentLinkChanged': () => 'Gewijzigd tot wanneer de betaalpagina opengaat',
  'invoice.questionAsked': () => 'De klant stelde een vraag op de betaalpagina',
  'payment.recorded': ({ amount, text }) =>
    `Betaling van ${amount} genoteerd, ontvangen op ${text('paidOn')}`,
  'payment.revoked': ({ amount }) => `Betaling van ${amount} ingetrokken`,
  'payment.writtenBack': ({ amount }) => `Betaling van ${amount} geregistreerd in Teamleader`,
  'payment.removedInCrm': ({ amount }) => `Betaling van ${amount} verwijderd in Teamleader`,
  'payment.writeBackRefused': ({ amount }) =>
    `De betaling van ${amount} staat niet in Teamleader: iemand moet kijken`,
  'payment.removalRefused': ({ amount }) =>
    `De betaling van ${amount} staat nog in Teamleader: ze werd er niet verwijderd, iemand moet kijken`,
  'crmNote.refused': () => 'Een notitie kon niet in Teamleader worden achtergelaten',
  'invoice.skipped': ({ text }) =>
    text('number') ? `Factuur ${text('number')} blijft buiten` : 'Factuur blijft buiten',
  'invoice.failed': ({ text }) =>
    text('number') ? `Factuur ${text('number')} kon niet binnenkomen` : 'Factuur kon niet binnenkomen',
  'importMail.sent': ({ text }) => `Mail over het inlezen verstuurd naar ${text('detail')}`,
  'importMail.notSent': ({ text }) => `Mail over het inlezen niet verstuurd: ${text('detail')}`,
}

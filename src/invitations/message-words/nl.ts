import type { MessageCatalogue } from './catalogue.ts'

export const messagesInDutch: MessageCatalogue = {
  states: {
    waiting: { title: 'Wacht op de PDF', explanation: 'De uitnodiging vertrekt zodra de PDF er is.' },
    planned: { title: 'Gepland', explanation: 'Ze vertrekt na nog één blik in Teamleader.' },
    sending: { title: 'Wordt verzonden', explanation: 'De mailserver neemt ze op dit moment aan.' },
    sent: { title: 'Verzonden', explanation: 'De mailserver heeft ze aangenomen.' },
    failed: { title: 'Niet verzonden', explanation: 'Ze is niet vertrokken.' },
    bounced: { title: 'Adres geweigerd', explanation: 'De mailserver heeft het adres geweigerd.' },
    unknown: { title: 'Niet bekend', explanation: 'Niemand weet of ze vertrokken is.' },
    held: { title: 'Tegengehouden', explanation: 'Iets houdt ze tegen.' },
    cancelled: { title: 'Geannuleerd', explanation: 'Er is geen reden meer om ze te verzenden.' },
  },
  causes: {
    waiting_for_document: {
      title: 'Wacht op de PDF',
      explanation: 'Het profiel wacht op de PDF en voegt die toe. Ze vertrekt zodra de PDF er is.',
    },
    paid: { title: 'Betaald', explanation: 'De factuur werd betaald voordat het bericht vertrok.' },
    credited: {
      title: 'Gecrediteerd',
      explanation: 'De factuur werd volledig gecrediteerd voordat het bericht vertrok.',
    },
    archived: { title: 'Gearchiveerd', explanation: 'De factuur staat niet meer in Teamleader.' },
    nothing_open: { title: 'Niets open', explanation: 'Er is niets meer te betalen.' },
    by_hand_only: {
      title: 'Alleen met de hand',
      explanation: 'Het profiel verzendt geen uitnodigingen meer vanzelf. Verzend ze met de hand.',
    },
    before_live: {
      title: 'Van vóór het live gaan',
      explanation: 'Ze viel weg toen u live ging. Verzend ze met de hand als ze nog nodig is.',
    },
    without_invitations: {
      title: 'Met de hand ingevoerd, zonder uitnodiging',
      explanation:
        'Wie ze invoerde, wilde dat er geen mail vertrok: uitnodiging noch herinnering vertrekt vanzelf. Verzend de uitnodiging met de hand als ze nodig is.',
    },
    not_live: {
      title: 'Nog niet live',
      explanation: 'Er vertrekt niets vanzelf tot iemand live gaat met deze Teamleader-koppeling.',
    },
    document_given_up: {
      title: 'De PDF is opgegeven',
      explanation: 'Haal het document met de hand op of verzend de uitnodiging zonder.',
    },
    no_address: {
      title: 'Geen e-mailadres',
      explanation: 'Vul het e-mailadres van de klant in; dan vertrekt de uitnodiging vanzelf.',
    },
    invalid_address: {
      title: 'Het e-mailadres is niet geldig',
      explanation: 'Verbeter het e-mailadres van de klant; dan vertrekt de uitnodiging vanzelf.',
    },
    crm_unavailable: {
      title: 'Teamleader is niet bereikbaar',
      explanation:
        'Er vertrekt niets voordat Teamleader zegt dat de factuur nog open staat. Vorder probeert opnieuw.',
    },
    reconnect_needed: {
      title: 'Teamleader moet opnieuw gekoppeld worden',
      explanation: 'Er vertrekt niets voordat Teamleader zegt dat de factuur nog open staat. Koppel opnieuw.',
    },
    not_confirmed: {
      title: 'Teamleader toonde de factuur niet',
      explanation: 'Er vertrekt niets voordat Teamleader zegt dat ze nog open staat. Vorder kijkt opnieuw.',
    },
    mail_not_set_up: {
      title: 'E-mail is niet ingesteld',
      explanation: 'Stel VORDER_SMTP_URL en VORDER_MAIL_FROM in; dan vertrekt ze vanzelf.',
    },
    mail_sign_in_refused: {
      title: 'De mailserver weigert Vorder',
      explanation: 'Verbeter de aanmelding of de afzender in de mailinstellingen; dan vertrekt ze vanzelf.',
    },
    mail_unreachable: {
      title: 'De mailserver is niet bereikbaar',
      explanation: 'Ze is zeker niet vertrokken. Vorder probeert opnieuw.',
    },
    mail_deferred: {
      title: 'De mailserver vraagt later terug te komen',
      explanation: 'Ze is zeker niet vertrokken. Vorder probeert opnieuw.',
    },
    mail_refused: {
      title: 'De mailserver weigerde het bericht',
      explanation: 'Ze is zeker niet vertrokken. Bekijk het antwoord van de server en verzend met de hand.',
    },
    recipients_refused: {
      title: 'Het adres werd geweigerd',
      explanation: 'Verbeter het e-mailadres van de klant en verzend de uitnodiging met de hand.',
    },
    unexpected: {
      title: 'Er ging iets mis in Vorder',
      explanation: 'Ze is zeker niet vertrokken. Vorder probeert opnieuw.',
    },
    outcome_unknown: {
      title: 'Niemand weet of ze aankwam',
      explanation:
        'De verbinding brak toen de mailserver ging antwoorden. Vraag het de klant of kijk op de mailserver en zeg hier of ze aankwam of opnieuw verzonden moet worden.',
    },
    stopped_while_sending: {
      title: 'Niemand weet of ze vertrok',
      explanation:
        'Vorder werd gestopt terwijl de mailserver ze aannam. Kijk op de mailserver en zeg hier of ze aankwam of opnieuw verzonden moet worden.',
    },
    superseded: {
      title: 'Een later niveau nam haar plaats in',
      explanation:
        'Toen ze kon vertrekken, was het volgende niveau aan de beurt. Een factuur krijgt één herinnering tegelijk.',
    },
    plan_changed: {
      title: 'Het plan veranderde',
      explanation: 'Het profiel of de vervaldag veranderde voordat ze vertrok. Vorder beslist opnieuw.',
    },
    undeliverable_address: {
      title: 'Het adres aanvaardt geen mail',
      explanation:
        'Een eerder bericht kwam terug. Verbeter het adres van de klant of zeg dat het weer werkt.',
    },
    on_hold: {
      title: 'In de wacht',
      explanation: 'Iemand zette deze factuur in de wacht. Er vertrekt niets tot dat voorbij is.',
    },
    disputed: {
      title: 'Betwist',
      explanation: 'De klant betwist deze factuur. Er vertrekt niets tot de betwisting voorbij is.',
    },
    reminders_off: {
      title: 'Herinneringen staan uit',
      explanation: 'Het profiel verzendt geen herinneringen. Zet ze aan in het profiel.',
    },
    no_due_date: {
      title: 'Geen vervaldag',
      explanation: 'Herinneringen tellen vanaf de vervaldag en deze factuur heeft er geen.',
    },
    not_invited: {
      title: 'Nooit uitgenodigd',
      explanation:
        'Een klant wordt herinnerd aan een uitnodiging die Vorder verzond. Verzend eerst de uitnodiging.',
    },
    invitation_not_sent_yet: {
      title: 'De uitnodiging is nog niet vertrokken',
      explanation: 'Herinneringen beginnen zodra de uitnodiging verzonden is.',
    },
    not_known_whether_invited: {
      title: 'Niet bekend of de uitnodiging vertrok',
      explanation: 'Zeg eerst of de uitnodiging aankwam.',
    },
    invitation_refused: {
      title: 'De uitnodiging werd geweigerd',
      explanation: 'Verbeter het adres van de klant en verzend de uitnodiging opnieuw.',
    },
    not_known_whether_reminded: {
      title: 'Niet bekend of een herinnering vertrok',
      explanation: 'Zeg eerst of de vorige herinnering aankwam.',
    },
    reminder_under_way: {
      title: 'Er is een herinnering onderweg',
      explanation: 'Er vertrekt één herinnering tegelijk.',
    },
    all_sent: {
      title: 'Alle niveaus zijn verzonden',
      explanation: 'Het profiel heeft geen verder niveau voor deze factuur.',
    },
    before_step: {
      title: 'Haar dag is nog niet gekomen',
      explanation:
        'Haar dag telt vanaf de vervaldag, zoals het profiel zegt, en schuift op naar de volgende verzenddag.',
    },
    promised: {
      title: 'Betaling beloofd',
      explanation: 'De klant beloofde te betalen. De herinneringen gaan verder op de dag na die datum.',
    },
    too_soon: {
      title: 'Te kort na het vorige bericht',
      explanation: 'Tussen twee berichten over een factuur liggen minstens drie dagen.',
    },
    outside_hours: {
      title: 'Buiten de uren',
      explanation: 'Ze vertrekt wanneer de volgende verzenduren van het profiel beginnen.',
    },
  },
  goesOut: {
    invitation: { title: 'Uitnodiging', explanation: 'Ze is gepland en vertrekt bij de volgende blik.' },
    reminder: ({ level, offsetDays }) => ({
      title: `Herinnering ${level}`,
      explanation: `${offsetDays} dagen na de vervaldag, op de eerste dag en het eerste uur waarop het profiel verzendt.`,
    }),
  },
  refusals: {
    has_it_already: {
      title: 'Heeft het al',
      explanation:
        'Dit adres kreeg het. Niemand krijgt hetzelfde bericht twee keer: vraag om het op te zoeken of geef de betaallink door.',
    },
    not_sent_yet: {
      title: 'Nog niet verzonden',
      explanation: 'Alleen wat verzonden is, kan nog eens verzonden worden.',
    },
    promised: {
      title: 'Betaling beloofd',
      explanation:
        'De klant beloofde te betalen tegen een dag die nog niet voorbij is. Beëindig eerst de belofte.',
    },
    not_due_yet: {
      title: 'Niet vervallen',
      explanation: 'Een herinnering zegt dat de vervaldag voorbij is, en dat is hij niet.',
    },
    paid: { title: 'Betaald', explanation: 'De factuur is betaald: er is niets te vragen.' },
    credited: { title: 'Gecrediteerd', explanation: 'De factuur is gecrediteerd: er is niets te vragen.' },
    archived: { title: 'Gearchiveerd', explanation: 'De factuur staat niet meer in Teamleader.' },
    nothing_open: { title: 'Niets open', explanation: 'Er is niets meer te betalen.' },
    already_sent: { title: 'Al verzonden', explanation: 'Een uitnodiging wordt één keer verzonden.' },
    being_sent: { title: 'Wordt verzonden', explanation: 'Ze vertrekt op dit moment.' },
    not_known_whether_sent: {
      title: 'Niet bekend of ze verzonden is',
      explanation: 'Zeg eerst of het vorige bericht aankwam.',
    },
    document_missing: {
      title: 'De PDF ontbreekt',
      explanation: 'Het profiel wacht op de PDF. Haal die op of verzend de uitnodiging zonder.',
    },
    no_address: { title: 'Geen e-mailadres', explanation: 'Vul het e-mailadres van de klant in.' },
    invalid_address: {
      title: 'Het e-mailadres is niet geldig',
      explanation: 'Verbeter het e-mailadres van de klant.',
    },
    on_hold: {
      title: 'In de wacht',
      explanation: 'Iemand zette deze factuur in de wacht. Er vertrekt niets tot dat voorbij is.',
    },
    disputed: {
      title: 'Betwist',
      explanation: 'De klant betwist deze factuur. Er vertrekt niets tot de betwisting voorbij is.',
    },
    undeliverable_address: {
      title: 'Het adres aanvaardt geen mail',
      explanation:
        'Een eerder bericht kwam terug. Verbeter het adres van de klant of zeg dat het weer werkt.',
    },
  },
}

import type { MailWords } from './catalogue.ts'

export const mailInDutch: MailWords = {
  subject: 'Factuur {number} van {business}',
  body: 'Beste klant,\n\nHierbij ontvangt u onze factuur {number}. Gelieve {amount} te betalen voor {dueDate}.\n\nMet vriendelijke groeten,\n{business}',
  bodyWithoutDate:
    'Beste klant,\n\nHierbij ontvangt u onze factuur {number}. Gelieve {amount} te betalen.\n\nMet vriendelijke groeten,\n{business}',
  labels: {
    number: 'Factuur',
    amount: 'Te betalen',
    dueDate: 'Vervaldag',
    reference: 'Mededeling',
  },
  account: 'Rekening',
  attached: 'De factuur vindt u in de bijlage.',
  pay: 'Bekijk en betaal de factuur',
  sentFor:
    'Dit bericht werd verzonden door {business}. Hebt u een vraag, antwoord dan gewoon op deze e-mail.',
}

import type { MailWords } from './catalogue.ts'

export const mailInDutch: MailWords = {
  subject: 'Factuur {number} van {business}',
  body: 'Beste klant,\n\nHierbij ontvangt u onze factuur {number}. Gelieve {amount} uiterlijk op {dueDate} te betalen.\n\nMet vriendelijke groeten,\n{business}',
  bodyWithoutDate:
    'Beste klant,\n\nHierbij ontvangt u onze factuur {number}. Gelieve {amount} te betalen.\n\nMet vriendelijke groeten,\n{business}',
  bodyOverdue:
    'Beste klant,\n\nHierbij ontvangt u onze factuur {number}. Ze verviel op {dueDate} en er staat nog {amount} open. Gelieve dit de komende dagen te betalen.\n\nHebt u al betaald, dan hoeft u niets te doen.\n\nMet vriendelijke groeten,\n{business}',
  reminders: [
    {
      subject: 'Herinnering: factuur {number} van {business}',
      body: 'Beste klant,\n\nMisschien is het aan uw aandacht ontsnapt: factuur {number} verviel op {dueDate} en er staat nog {amount} open. Kunt u dit de komende dagen betalen?\n\nHebt u al betaald, dan hoeft u niets te doen.\n\nMet vriendelijke groeten,\n{business}',
    },
    {
      subject: 'Tweede herinnering: factuur {number} van {business}',
      body: 'Beste klant,\n\nFactuur {number} verviel op {dueDate}. Wij ontvingen {amount} nog niet. Gelieve dit deze week te betalen, of laat ons weten wat u tegenhoudt.\n\nMet vriendelijke groeten,\n{business}',
    },
    {
      subject: 'Factuur {number} is nog niet betaald',
      body: 'Beste klant,\n\nWij schreven u al over factuur {number}, die verviel op {dueDate}. Er staat nog {amount} open. Gelieve meteen te betalen of neem contact met ons op.\n\nMet vriendelijke groeten,\n{business}',
    },
    {
      subject: 'Laatste herinnering: factuur {number} van {business}',
      body: 'Beste klant,\n\nDit is onze laatste herinnering voor factuur {number}, vervallen op {dueDate}. Gelieve {amount} binnen zeven dagen te betalen. Daarna moeten wij verdere stappen overwegen.\n\nMet vriendelijke groeten,\n{business}',
    },
  ],
  labels: {
    number: 'Factuur',
    amount: 'Te betalen',
    dueDate: 'Vervaldag',
    reference: 'Mededeling',
  },
  beneficiary: 'Begunstigde',
  account: 'Rekening',
  attached: 'De factuur vindt u in de bijlage.',
  pay: 'Bekijk en betaal de factuur',
  sentFor:
    'Dit bericht werd verzonden door {business}. Hebt u een vraag, antwoord dan gewoon op deze e-mail.',
}

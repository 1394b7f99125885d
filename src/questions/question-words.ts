import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { Question } from './question.ts'

type Standing = Extract<Question['mailState'], 'unknown' | 'refused'>
type QuestionWords = { title: string; explanation: string }

const words: Words<Record<Standing, QuestionWords>> = {
  en: {
    unknown: {
      title: 'Nobody knows whether a question reached you',
      explanation:
        'A customer asked something on the payment page, and the mail that brings it may not have left. Read it at the invoice, then say whether it arrived.',
    },
    refused: {
      title: 'A question could not be mailed to you',
      explanation:
        'A customer asked something on the payment page. Read and answer it at the invoice, and look at the address of your business.',
    },
  },
  nl: {
    unknown: {
      title: 'Niemand weet of een vraag u bereikte',
      explanation:
        'Een klant vroeg iets op de betaalpagina, en de mail daarmee is misschien niet vertrokken. Lees de vraag bij de factuur en zeg dan of de mail aankwam.',
    },
    refused: {
      title: 'Een vraag kon u niet gemaild worden',
      explanation:
        'Een klant vroeg iets op de betaalpagina. Lees en beantwoord de vraag bij de factuur, en kijk het adres van uw bedrijf na.',
    },
  },
  fr: {
    unknown: {
      title: 'On ne sait pas si une question vous est parvenue',
      explanation:
        'Un client a posé une question sur la page de paiement, et l’e-mail qui l’apporte n’est peut-être pas parti. Lisez-la sur la facture, puis dites s’il est arrivé.',
    },
    refused: {
      title: 'Une question n’a pas pu vous être envoyée',
      explanation:
        'Un client a posé une question sur la page de paiement. Lisez-la et répondez-y sur la facture, et vérifiez l’adresse de votre entreprise.',
    },
  },
}

/** Why a question waits for a person, and what helps. */
export function questionWords(standing: Standing, language: Language): QuestionWords & { code: string } {
  return { code: `question_${standing}`, ...wordsIn(words, language)[standing] }
}

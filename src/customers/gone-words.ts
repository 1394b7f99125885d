import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { Customer, GoneCause } from './customer.ts'
import { type GoneCatalogue, goneInDutch, goneInEnglish, goneInFrench } from './words/gone.ts'

const catalogues: Words<GoneCatalogue> = { en: goneInEnglish, nl: goneInDutch, fr: goneInFrench }

/** Why a customer's record in the CRM no longer leads, in words (promise A17); null while it does. */
export function goneWords(
  customer: Pick<Customer, 'goneCause' | 'goneTo'>,
  language: Language,
): { code: GoneCause; title: string; explanation: string } | null {
  const { goneCause, goneTo } = customer
  if (goneCause === null) return null
  return { code: goneCause, ...wordsIn(catalogues, language)[goneCause](goneTo?.name ?? '') }
}

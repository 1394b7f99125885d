import { z } from 'zod'
import { readIban } from '../values/index.ts'

/** An account number as people type it; kept without blanks. */
export const ibanInput = z
  .string()
  .max(60)
  .refine((text) => readIban(text) !== undefined, 'Not a valid IBAN')
  .transform((text) => readIban(text) ?? text)

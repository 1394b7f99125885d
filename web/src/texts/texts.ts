import type { en } from './en.ts'
import type { invoicesInEnglish } from './invoices/en.ts'

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** French has a third plural form ("1 million de …"): each key in `_other` also needs one in `_many`. */
type AlsoMany<T> = {
  readonly [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_many` : never]: string
} & { readonly [K in keyof T as T[K] extends string ? never : K]: AlsoMany<T[K]> }

/** What a language must say: a missing or surplus text fails the type check. */
export type Texts = SameKeys<typeof en>
export type FrenchTexts = Texts & AlsoMany<typeof en>

/** What only some pages say; they fetch it. */
export type LazyTexts = SameKeys<typeof invoicesInEnglish>
export type FrenchLazyTexts = LazyTexts & AlsoMany<typeof invoicesInEnglish>

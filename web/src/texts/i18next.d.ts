import type { en } from './en.ts'
import type { invoicesInEnglish } from './invoices/en.ts'

declare module 'i18next' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof invoicesInEnglish }
    returnNull: false
  }
}

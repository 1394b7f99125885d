export { createFiles } from './create-files.ts'
export type { Bytes, Files, StoredFile } from './files.ts'

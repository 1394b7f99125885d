export { createFiles } from './create-files.ts'
export type { Bytes, Files, FilesCheck, StoredFile } from './files.ts'

export { CommitUnknownError, type Database, type Db, type NoticeListener, type Scope } from './database.ts'
export { connectDatabase, type DatabaseOptions, openDatabase } from './open-database.ts'
export type { DB as Schema } from './schema.ts'

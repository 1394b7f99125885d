export type { Database, Db, NoticeListener, Scope } from './database.ts'
export type { DB as Schema } from './generated/schema.ts'
export { connectDatabase, type DatabaseOptions, openDatabase } from './open-database.ts'

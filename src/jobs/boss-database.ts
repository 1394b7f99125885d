import { CompiledQuery } from 'kysely'
import type { Db as BossDatabase } from 'pg-boss'
import type { Database, Db } from '../db/index.ts'

/** The queue's own work, with all rights. */
export function bossDatabaseOf(database: Database): BossDatabase {
  return {
    executeSql: (text, values) => database.owner.query(text, values),
    async listen(channel, onNotification, onReconnect) {
      const stop = await database.listen(channel, (payload) => {
        if (payload === undefined) onReconnect()
        else onNotification(payload)
      })
      return { close: stop }
    },
  }
}

/** The queue inside an open transaction. Its results keep their own column names. */
export function bossDatabaseIn(db: Db): BossDatabase {
  const plain = db.withoutPlugins()
  return {
    async executeSql(text, values = []) {
      const { rows } = await plain.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}

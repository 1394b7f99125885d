import type pg from 'pg'

type Connection = {
  stream: { write(bytes: Buffer): boolean }
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  query(text: string): void
}
type CopyMessage = { chunk: Buffer }

/** Takes whole tables out, as PostgreSQL's own text form; the columns are those that can be written again. */
export function copyOut(client: pg.Client, table: string, columns: readonly string[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  return copy(client, `copy ${table} (${columns.join(', ')}) to stdout`, {
    handleCopyData: ({ chunk }) => void chunks.push(Buffer.from(chunk)),
  }).then(() => Buffer.concat(chunks))
}

/** Takes what a query gives out as CSV, the fastest way that PostgreSQL has. The bytes are counted and let go. */
export async function copyQuery(client: pg.Client, query: string): Promise<number> {
  let bytes = 0
  await copy(client, `copy (${query}) to stdout with (format csv, header)`, {
    handleCopyData: ({ chunk }) => {
      bytes += chunk.length
    },
  })
  return bytes
}

const bytesAtOnce = 64 * 1_024

/** Puts rows in, the fastest way that PostgreSQL has: the limit that a bulk import is held against. */
export async function copyIn(
  client: pg.Client,
  rows: { table: string; columns: readonly string[]; text: Buffer },
): Promise<void> {
  await copy(client, `copy ${rows.table} (${rows.columns.join(', ')}) from stdin`, {
    handleCopyInResponse(connection) {
      for (let at = 0; at < rows.text.length; at += bytesAtOnce)
        connection.sendCopyFromChunk(rows.text.subarray(at, at + bytesAtOnce))
      connection.endCopyFrom()
    },
  })
}

type CopyHandlers = {
  handleCopyData?(message: CopyMessage): void
  handleCopyInResponse?(connection: Connection): void
}

/** A query in the sense of `pg`: something that is submitted and then told what the server answers. */
function copy(client: pg.Client, text: string, handlers: CopyHandlers): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined
    const submittable = {
      submit: (connection: Connection) => connection.query(text),
      handleCommandComplete() {},
      handleRowDescription() {},
      handleCopyData() {},
      handleError(error: Error) {
        failure = error
        reject(error)
      },
      handleReadyForQuery() {
        if (!failure) resolve()
      },
      ...handlers,
    }
    client.query(submittable as unknown as pg.Submittable)
  })
}

/** The columns of a table that can be written: not the generated ones. */
export async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

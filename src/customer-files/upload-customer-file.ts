import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { newId } from '../values/index.ts'
import type { CustomerImport } from './customer-import.ts'
import { readImport, writeImport } from './customer-import-table.ts'
import { createEncodingDetector, type EncodingDetector } from './detect-encoding.ts'
import { FileProblemError } from './file-problem-error.ts'
import { type FileLook, lookAtFile, type ReadingWish } from './look-at-file.ts'
import { eraseImport } from './remove-customer-import.ts'
import { withUploadPlace } from './upload-places.ts'

export type UploadInput = {
  fileName: string
  bytes: AsyncIterable<Uint8Array>
}

const megabyte = 1024 * 1024

/**
 * Keeps an uploaded file of customers and takes a first look: how it is read, what its columns seem to be. Nothing of it
 * becomes a customer by this. Throws BusyError when too many are on their way, FileProblemError when it is no table at all or too large; a file whose beginning
 * cannot be read as it seems to be meant is kept with its problem, because another sheet or delimiter may help.
 */
export function uploadCustomerFile(ctx: Context, input: UploadInput): Promise<CustomerImport> {
  return withUploadPlace(ctx, () => keepFile(ctx, input))
}

async function keepFile(ctx: Context, input: UploadInput): Promise<CustomerImport> {
  const id = newId('cim')
  const storageKey = `imports/${id}`
  await inTransaction(ctx, (tx) => insertUnready(tx, { id, storageKey, fileName: input.fileName }))
  const detector = createEncodingDetector()
  const first = { bytes: Buffer.alloc(0) }
  try {
    const stored = await ctx.files.put(storageKey, watched(ctx, input.bytes, { detector, first }))
    const look = await firstLook(ctx, storageKey, wishOf(first.bytes, detector))
    return await inTransaction(ctx, async (tx) => {
      await writeImport(tx, id, { ...stored, ...look, readyAt: tx.now() })
      await recordActivity(tx, {
        subjectKind: 'customer_import',
        subjectId: id,
        kind: 'customerImport.uploaded',
        data: { name: input.fileName },
      })
      return readImport(tx, id)
    })
  } catch (error) {
    await eraseImport(ctx, { id, storageKey })
    throw error
  }
}

// The row comes before the bytes, so that bytes which nobody knows of cannot be left behind.
async function insertUnready(
  tx: Parameters<typeof writeImport>[0],
  file: { id: string; storageKey: string; fileName: string },
): Promise<void> {
  await tx.db
    .insertInto('customerImports')
    .values({
      ...file,
      creditorId: creditorOf(tx),
      uploadedById: tx.actor.id ?? null,
      uploadedByName: tx.actor.name ?? null,
      uploadedAt: tx.now(),
    })
    .execute()
}

type Watch = { detector: EncodingDetector; first: { bytes: Buffer } }

/** The bytes as they come, looked at on their way to the disk. */
async function* watched(
  ctx: Context,
  bytes: AsyncIterable<Uint8Array>,
  { detector, first }: Watch,
): AsyncGenerator<Uint8Array> {
  const limit = ctx.config.uploadLimitMb
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > limit * megabyte) throw new FileProblemError({ code: 'file_too_large', limit })
    if (first.bytes.length < 8) first.bytes = Buffer.concat([first.bytes, part.subarray(0, 8)])
    detector.add(part)
    yield part
  }
  if (size === 0) throw new FileProblemError({ code: 'empty_file' })
}

/** PNG, JPEG, GIF and PDF: what people upload by mistake. */
const signatures = ['\x89PNG', '\xff\xd8\xff', 'GIF8', '%PDF']

/** What kind of file it is, by its first bytes and not by its name. */
function wishOf(first: Buffer, detector: EncodingDetector): ReadingWish {
  if (first.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return { format: 'xlsx' }
  if (first.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new FileProblemError({ code: 'old_workbook' })
  const encoding = signatures.some((bytes) => first.toString('latin1').startsWith(bytes))
    ? undefined
    : detector.encoding()
  if (!encoding) throw new FileProblemError({ code: 'not_text' })
  return { format: 'csv', encoding }
}

const mendable = [
  'empty_file',
  'unclosed_quote',
  'broken_quote',
  'cell_too_long',
  'row_too_long',
  'too_many_columns',
]

async function firstLook(
  ctx: Context,
  storageKey: string,
  wish: ReadingWish,
): Promise<Partial<FileLook> & Pick<CustomerImport, 'problem'>> {
  try {
    return { ...(await lookAtFile(ctx, { storageKey, wish })), problem: null }
  } catch (error) {
    if (!(error instanceof FileProblemError) || !mendable.includes(error.code)) throw error
    const reading = {
      encoding: null,
      delimiter: null,
      sheet: null,
      hasHeader: true,
      headerLine: null,
      ...wish,
    }
    return { reading, problem: error.problem }
  }
}

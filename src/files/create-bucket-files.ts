import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import type { FilesBucket } from '../config.ts'
import { NotFoundError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { checkedKey } from './checked-key.ts'
import { createDrafts, type Draft } from './drafts.ts'
import type { Files, FilesCheck } from './files.ts'

export type BucketFilesInput = {
  bucket: FilesBucket
  secretAccessKey: string
  /** A folder of this machine where a file waits until it is whole and known to the last byte. */
  draftsFolder: string
}

const tries = 3

/**
 * Files in a bucket that speaks S3. A file is first written here: only then are its size and hash known, which the
 * bucket checks (Content-MD5), and a try that broke can be made again. An object appears whole or not at all, so a kill
 * or a broken connection leaves what was there before. Throws SourceUnavailableError `files_unavailable` when the bucket
 * does not answer, SourceRejectedError `files_refused` when it will not have us.
 */
export function createBucketFiles({ bucket, secretAccessKey, draftsFolder }: BucketFilesInput): Files {
  const disk = new Disk(createDriver(bucket, secretAccessKey))
  const drafts = createDrafts(draftsFolder, { withMd5: true })
  const files: Omit<Files, 'verify'> = {
    async put(key, bytes) {
      checkedKey(key)
      return drafts.use(bytes, async (draft) => {
        await told(bucket, () => send(disk, key, draft))
        return { sizeBytes: draft.sizeBytes, sha256: draft.sha256 }
      })
    },
    async open(key) {
      checkedKey(key)
      return told(bucket, async () => {
        const { contentLength } = await disk.getMetaData(key)
        return { bytes: await disk.getStream(key), sizeBytes: contentLength }
      })
    },
    async remove(key) {
      checkedKey(key)
      return told(bucket, () => disk.delete(key))
    },
    removeUnfinished: (before) => drafts.removeOlder(before),
  }
  return { ...files, verify: () => verify(files) }
}

function createDriver(bucket: FilesBucket, secretAccessKey: string): S3Driver {
  return new S3Driver({
    bucket: bucket.name,
    visibility: 'private',
    // Buckets of today refuse access lists of single objects (Amazon since 2023, Cloudflare always).
    supportsACL: false,
    region: bucket.region,
    ...(bucket.endpoint && { endpoint: bucket.endpoint }),
    forcePathStyle: bucket.isPathStyle,
    credentials: { accessKeyId: bucket.accessKeyId, secretAccessKey },
    maxAttempts: tries,
    // It warns on the console of each upload that breaks; what broke is told by our errors.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    // Newer checksums in trailers are not understood by every server; Content-MD5 is.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

/** A stream cannot be sent twice, so the client does not try again; the draft can. */
async function send(disk: Disk, key: string, draft: Draft): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // A length of zero counts as unknown to the driver.
      if (draft.sizeBytes === 0) return await disk.put(key, '', { ContentMD5: draft.md5 })
      const options = { contentLength: draft.sizeBytes, ContentMD5: draft.md5 }
      return await disk.putStream(key, createReadStream(draft.path), options)
    } catch (error) {
      if (attempt === tries || (statusOf(error) ?? 500) < 500) throw error
    }
  }
}

async function verify(files: Omit<Files, 'verify'>): Promise<FilesCheck> {
  const key = `checks/${randomUUID()}`
  try {
    await files.put(key, [Buffer.from('check')])
    const { bytes } = await files.open(key)
    bytes.resume()
    await files.remove(key)
    return { ok: true }
  } catch (error) {
    const code = error instanceof SourceUnavailableError ? 'unreachable' : 'refused'
    return { ok: false, code, detail: error instanceof Error ? error.message : String(error) }
  }
}

/** Says what the bucket said in our errors, with the setting that helps. */
async function told<T>(bucket: FilesBucket, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw problemOf(bucket, error)
  }
}

const remedies: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket: make it, or correct VORDER_FILES_BUCKET',
  InvalidAccessKeyId: 'the key is not known there: correct VORDER_FILES_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'the secret does not belong to the key: correct VORDER_FILES_SECRET_ACCESS_KEY',
  AccessDenied: 'the key may not read, write and remove objects in this bucket: give it those rights',
  PermanentRedirect: 'the bucket is in another region: correct VORDER_FILES_REGION',
  AuthorizationHeaderMalformed: 'the bucket is in another region: correct VORDER_FILES_REGION',
}

function problemOf({ name }: FilesBucket, error: unknown): Error {
  const { code, message } = saidBy(error)
  const status = statusOf(error)
  const where = `The bucket ${name}`
  const remedy = remedies[code]
  if (remedy) return new SourceRejectedError(`${where}: ${remedy}`, { code: 'files_refused', cause: error })
  if (status === 404) return new NotFoundError('The file is no longer there')
  if (status === 403) {
    // Asking for the size of an object answers no words at all, only the number.
    const text = `${where}: ${remedies.AccessDenied}`
    return new SourceRejectedError(text, { code: 'files_refused', status, cause: error })
  }
  if (status !== undefined && status < 500 && status !== 429) {
    const text = `${where} refuses (${status} ${code}): ${message}`
    return new SourceRejectedError(text, { code: 'files_refused', status, cause: error })
  }
  const text = `${where} does not answer: ${code} ${message}`.trim()
  return new SourceUnavailableError(text, { code: 'files_unavailable', cause: error })
}

/** flydrive wraps what the client says; the client names what the server said. */
function saidBy(error: unknown): { code: string; message: string } {
  const said = innermost(error)
  return { code: said.name, message: said.message }
}

function innermost(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return error.cause instanceof Error ? innermost(error.cause) : error
}

function statusOf(error: unknown): number | undefined {
  const said: Error & { $metadata?: { httpStatusCode?: number } } = innermost(error)
  return said.$metadata?.httpStatusCode
}

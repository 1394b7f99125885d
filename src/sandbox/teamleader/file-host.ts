import { randomBytes } from 'node:crypto'
import type { PdfFault, World } from './world.ts'

export type HostedFile = { name: string; mimeType: string; bytes: () => Promise<Uint8Array> }
type Link = { file: HostedFile; expiresAt: number; notBefore: number; fault: PdfFault['kind'] | null }
export type Served = {
  status: number
  mimeType: string
  bytes: Uint8Array
  headers?: Record<string, string>
  sending?: 'endless' | 'half' | 'hang'
}

/** Temporary addresses that anybody who has them may fetch, until they expire. */
export type FileHost = {
  publish(
    file: HostedFile,
    options?: { notBefore?: number; fault?: PdfFault['kind'] | null },
  ): {
    location: string
    expiresAt: number
  }
  serve(token: string): Promise<Served>
  /** An address to which the bytes of a new file are posted once. */
  expectUpload(receive: (bytes: Uint8Array) => string): { location: string; expiresAt: number }
  /** The id of the new file, or null for an unknown or expired address. */
  receive(token: string, bytes: Uint8Array): string | null
  setBase(url: string): void
}

export function createFileHost(world: World): FileHost {
  const links = new Map<string, Link>()
  const uploads = new Map<string, { receive: (bytes: Uint8Array) => string; expiresAt: number }>()
  let base = ''
  const expiry = () => world.clock.now() + world.answers.fileLinkSeconds * 1000
  return {
    publish(file, { notBefore = 0, fault = null } = {}) {
      const token = randomBytes(24).toString('base64url')
      const expiresAt = expiry()
      links.set(token, { file, expiresAt, notBefore, fault })
      return { location: `${base}/download/${token}/${encodeURIComponent(file.name)}`, expiresAt }
    },
    async serve(token) {
      const link = links.get(token)
      const nowMs = world.clock.now()
      if (!link || link.fault === 'missing' || link.notBefore > nowMs) return denied(404, 'NoSuchKey')
      if (link.expiresAt <= nowMs || link.fault === 'forbidden') return denied(403, 'AccessDenied')
      return damaged(link.fault, link.file)
    },
    expectUpload(receive) {
      const token = randomBytes(24).toString('base64url')
      const expiresAt = expiry()
      uploads.set(token, { receive, expiresAt })
      return { location: `${base}/upload/${token}`, expiresAt }
    },
    receive(token, bytes) {
      const upload = uploads.get(token)
      if (!upload || upload.expiresAt <= world.clock.now()) return null
      uploads.delete(token)
      return upload.receive(bytes)
    },
    setBase(url) {
      base = url
    },
  }
}

/** The way a storage service refuses: XML, not the API's envelope. */
function denied(status: number, code: string): Served {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`
  return { status, mimeType: 'application/xml', bytes: Buffer.from(xml) }
}

/** Where no caller may ever be sent to: the desk at which a cloud gives its machines their secrets. */
const metadataAddress = 'http://169.254.169.254/latest/meta-data/iam/security-credentials/'

async function damaged(fault: PdfFault['kind'] | null, file: HostedFile): Promise<Served> {
  const served = { status: 200, mimeType: file.mimeType }
  if (fault === 'redirect') return { ...denied(302, 'Moved'), headers: { location: metadataAddress } }
  if (fault === 'html') {
    const html = '<!doctype html><html><body><h1>Something went wrong</h1></body></html>'
    return { status: 200, mimeType: 'text/html', bytes: Buffer.from(html) }
  }
  if (fault === 'empty') return { ...served, bytes: new Uint8Array() }
  if (fault === 'damaged') return { ...served, bytes: Buffer.from('%PDF-1.7\nnothing of the kind\n%%EOF\n') }
  const bytes = await file.bytes()
  if (fault === 'cut') return { ...served, bytes: bytes.subarray(0, Math.floor(bytes.length / 2)) }
  if (fault === 'endless' || fault === 'half' || fault === 'hang') return { ...served, bytes, sending: fault }
  return { ...served, bytes }
}

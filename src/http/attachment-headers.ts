type ServedFile = { name: string; contentType: string; sizeBytes?: number }

/**
 * The headers of a file that is to be saved, never shown: the browser may neither guess what it is nor run anything in
 * it, and nobody on the way keeps a copy. The name is given twice, as RFC 6266 (section 5) asks: in plain letters for old
 * programs, and as it is in the form of RFC 8187.
 */
export function attachmentHeaders(file: ServedFile): Record<string, string> {
  return {
    'content-type': file.contentType,
    'content-disposition': contentDisposition('attachment', file.name),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(file.sizeBytes !== undefined && { 'content-length': String(file.sizeBytes) }),
  }
}

/**
 * The same for a file that the browser shows in a page of ours or in a window of its own. NOTE: browsers refuse to open
 * their PDF viewer in a sandbox, so a PDF has none; it can load nothing and is taken for nothing else all the same.
 */
export function inlineHeaders(file: ServedFile): Record<string, string> {
  const isPdf = file.contentType === 'application/pdf'
  return {
    ...attachmentHeaders(file),
    'content-disposition': contentDisposition('inline', file.name),
    'content-security-policy': isPdf
      ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
  }
}

function contentDisposition(how: 'attachment' | 'inline', name: string): string {
  const safe = withoutPath(name)
  const plain = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\%]/g, '_')
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded(safe)}`
}

/** A name is no path, and holds nothing that a file system or a header cannot hold. */
function withoutPath(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  return safe === '' ? 'file' : safe.slice(0, 150).toWellFormed()
}

/** RFC 8187 allows fewer characters to stand for themselves than `encodeURIComponent` leaves. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

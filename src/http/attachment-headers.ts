/**
 * The headers of a file that is to be saved, never shown: the browser may neither guess what it is nor run anything in
 * it, and nobody on the way keeps a copy. The name is given twice, as RFC 6266 (section 5) asks: in plain letters for old
 * programs, and as it is in the form of RFC 8187.
 */
export function attachmentHeaders(file: {
  name: string
  contentType: string
  sizeBytes?: number
}): Record<string, string> {
  return {
    'content-type': file.contentType,
    'content-disposition': contentDisposition(file.name),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(file.sizeBytes !== undefined && { 'content-length': String(file.sizeBytes) }),
  }
}

function contentDisposition(name: string): string {
  const safe = withoutPath(name)
  const plain = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(safe)}`
}

/** A name is no path, and holds nothing that a file system or a header cannot hold. */
function withoutPath(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  return safe === '' ? 'file' : [...safe].slice(0, 150).join('')
}

/** RFC 8187 allows fewer characters to stand for themselves than `encodeURIComponent` leaves. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** How the bytes of a text file become text, by the names that `TextDecoder` knows. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** Looks at all bytes of a file as they go by; memory does not grow with the file. */
export type EncodingDetector = {
  add(bytes: Uint8Array): void
  /** What the bytes are; undefined when they are no text at all. */
  encoding(): Encoding | undefined
}

const headBytes = 64 * 1024
/** So many may stand in a text by mistake; the rows that hold them are refused then, and not the file. */
const strayZeros = 8

/**
 * Tells the encoding of a text: a byte order mark decides; without one, zero bytes in every second place are UTF-16, what
 * is valid UTF-8 from the first byte to the last is UTF-8, and the rest is Windows-1252, as Excel writes in our countries.
 */
export function createEncodingDetector(): EncodingDetector {
  const head: Uint8Array[] = []
  let headLength = 0
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  return {
    add(bytes) {
      if (headLength < headBytes) {
        head.push(bytes.slice(0, headBytes - headLength))
        headLength += Math.min(bytes.length, headBytes - headLength)
      }
      isUtf8 = isUtf8 && accepts(strict, bytes)
    },
    encoding() {
      const start = Buffer.concat(head)
      const marked = markOf(start)
      if (marked) return marked
      const zeros = countZeros(start)
      if (zeros.odd > 0.25 && zeros.even < 0.01) return 'utf-16le'
      if (zeros.even > 0.25 && zeros.odd < 0.01) return 'utf-16be'
      if (zeros.count > strayZeros && zeros.share > 0.02) return undefined
      return isUtf8 && accepts(strict) ? 'utf-8' : 'windows-1252'
    },
  }
}

/** The text of bytes in this encoding, piece by piece; a byte order mark is left out. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const part of bytes) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}

function accepts(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined })
    return true
  } catch {
    return false
  }
}

function markOf(start: Buffer): Encoding | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return undefined
}

/** The share of zero bytes in the places 1, 3, 5... and 0, 2, 4... */
function countZeros(start: Buffer): { odd: number; even: number; count: number; share: number } {
  let odd = 0
  let even = 0
  for (let index = 0; index < start.length; index += 1) {
    if (start[index] !== 0) continue
    if (index % 2 === 1) odd += 1
    else even += 1
  }
  const places = Math.max(1, start.length / 2)
  return { odd: odd / places, even: even / places, count: odd + even, share: (odd + even) / places }
}

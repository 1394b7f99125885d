import { expect, test } from 'vitest'
import { createEncodingDetector, decodeText, type Encoding } from './detect-encoding.ts'

const text = 'naam;stad\r\nBrasserie L’Échappée – €;Liège\r\n'

const utf16be = Buffer.from(text, 'utf16le').swap16()
const windows = Buffer.from(
  text.replace('’', '\u0092').replace('–', '\u0096').replace('€', '\u0080'),
  'latin1',
)

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-8 without', Buffer.from(text), 'utf-8'],
  ['UTF-16, little end first, with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16, little end first, without', Buffer.from(text, 'utf16le'), 'utf-16le'],
  ['UTF-16, big end first, with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'utf-16be'],
  ['UTF-16, big end first, without', utf16be, 'utf-16be'],
  ['Windows-1252', windows, 'windows-1252'],
] as const)('%s is recognised and read, a byte at a time too', async (_name, bytes, encoding) => {
  for (const size of [bytes.length, 1, 3]) {
    expect(detect(bytes, size)).toBe(encoding)
    expect(await decode(bytes, encoding, size)).toBe(text)
  }
})

test('one sign at the very end of a large file tells that it is not UTF-8', () => {
  const bytes = Buffer.concat([Buffer.alloc(300_000, 'a'), Buffer.from([0xe9])])
  expect(detect(bytes, 10_000)).toBe('windows-1252')
  expect(detect(Buffer.concat([bytes.subarray(0, -1), Buffer.from('é')]), 10_001)).toBe('utf-8')
})

test('bytes that are no text are told; a stray zero byte in a text is left to the row', () => {
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000003e8000003e80803000000000000', 'hex')
  expect(detect(picture, 8)).toBeUndefined()
  const stray = Buffer.from(`name\nA\0B\n${'Bakkerij\n'.repeat(20)}`)
  expect(detect(stray, 64)).toBe('utf-8')
})

function detect(bytes: Uint8Array, size: number): Encoding | undefined {
  const detector = createEncodingDetector()
  for (const part of parts(bytes, size)) detector.add(part)
  return detector.encoding()
}

async function decode(bytes: Uint8Array, encoding: Encoding, size: number): Promise<string> {
  async function* stream() {
    yield* parts(bytes, size)
  }
  let all = ''
  for await (const piece of decodeText(stream(), encoding)) all += piece
  return all
}

function parts(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
}

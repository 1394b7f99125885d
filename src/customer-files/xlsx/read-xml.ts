import { SaxesParser } from 'saxes'
import { fileLimits } from '../file-limits.ts'
import { FileProblemError } from '../file-problem-error.ts'

/** What is told of an XML part while it is read. Names come without their prefix. */
export type XmlHandlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** One piece of text between two tags may be this long; a cell of a spreadsheet holds 32,767 characters. */
const longestText = 1_000_000
/** A workbook needs about ten; each that is open costs memory until it is closed. */
const deepestTags = 100

/**
 * Reads XML piece by piece; after each piece it yields, so that the caller can hand on what it has gathered. A document
 * type is refused: with it come entities that grow, or that name other files; so are tags in tags without end. Throws
 * FileProblemError `broken_workbook`.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let sinceEvent = 0
  let depth = 0
  const heard = () => {
    sinceEvent = 0
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    depth += 1
    if (depth > deepestTags) refuse()
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    heard()
    depth -= 1
    handlers.close?.(localName(name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  const decoder = new TextDecoder('utf-8')
  for await (const part of bytes) {
    const text = decoder.decode(part, { stream: true })
    sinceEvent += text.length
    parser.write(text)
    if (sinceEvent > longestText + text.length) refuse()
    yield
  }
  parser.write(decoder.decode())
  parser.close()
  yield
}

/** Reads a whole part that is small in any workbook, because what it says is kept. Throws FileProblemError. */
export async function readSmallXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _piece of readXml(notLarge(bytes), handlers));
}

async function* notLarge(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > fileLimits.harmlessBytes) throw new FileProblemError({ code: 'workbook_too_large' })
    yield part
  }
}

function refuse(): never {
  throw new FileProblemError({ code: 'broken_workbook' })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

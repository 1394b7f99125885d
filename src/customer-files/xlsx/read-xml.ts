import { SaxesParser } from 'saxes'
import { FileProblemError } from '../file-problem-error.ts'

/** What is told of an XML part while it is read. Names come without their prefix. */
export type XmlHandlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** One piece of text between two tags may be this long; a cell of a spreadsheet holds 32,767 characters. */
const longestText = 1_000_000

/**
 * Reads XML piece by piece; after each piece it yields, so that the caller can hand on what it has gathered. A document
 * type is refused: with it come entities that grow, or that name other files. Throws FileProblemError `broken_workbook`.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let sinceEvent = 0
  const heard = () => {
    sinceEvent = 0
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    heard()
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

/** Reads a whole part that is known to be small. */
export async function readSmallXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _piece of readXml(bytes, handlers));
}

function refuse(): never {
  throw new FileProblemError({ code: 'broken_workbook' })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

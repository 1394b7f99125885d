import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileProblemError } from '../file-problem-error.ts'
import type { FileRow } from '../read-csv.ts'
import { type NumberStyle, readCellStyles } from './cell-styles.ts'
import { openZip, type Zip } from './open-zip.ts'
import { readSheet } from './read-sheet.ts'
import { readSmallXml, readXml } from './read-xml.ts'
import { createStringStore, type StringStore } from './string-store.ts'

export type Workbook = {
  /** The names of the sheets, in the order of their tabs. */
  sheets: string[]
  /** The rows of a sheet, the first one when none is named. Throws FileProblemError `no_such_sheet`. */
  rows(sheet: string | null): AsyncGenerator<FileRow[]>
}

/**
 * Opens an XLSX workbook (ECMA-376) and hands on what `use` makes of it; whatever was needed for it is gone afterwards.
 * The file is unpacked piece by piece, from a copy on the disk because its table of contents stands at its end. Throws
 * FileProblemError.
 */
export async function* withWorkbook<T>(
  bytes: Readable,
  use: (workbook: Workbook) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vorder-workbook-'))
  let zip: Zip | undefined
  try {
    const path = join(folder, 'workbook.xlsx')
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }))
    zip = await openZip(path)
    yield* use(await openWorkbook(zip, folder))
  } finally {
    zip?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Sheet = { name: string; part: string }

async function openWorkbook(zip: Zip, folder: string): Promise<Workbook> {
  const main = await mainPart(zip)
  const targets = await relationsOf(zip, main)
  const { sheets, is1904 } = await readContents(zip, main, targets)
  async function* rows(name: string | null): AsyncGenerator<FileRow[]> {
    const sheet = sheets.find((one) => name === null || one.name === name)
    if (!sheet) throw new FileProblemError({ code: 'no_such_sheet' })
    const strings = createStringStore(join(folder, 'strings'))
    try {
      await readSharedStrings(zip, partOfType(targets, 'sharedStrings'), strings)
      const styles = await stylesOf(zip, partOfType(targets, 'styles'))
      const surroundings = { sharedText: (index: number) => strings.get(index), styles, is1904 }
      yield* readSheet(await zip.open(sheet.part), surroundings)
    } finally {
      strings.close()
    }
  }
  return { sheets: sheets.map(({ name }) => name), rows }
}

type Relation = { type: string; part: string }

/** Where the workbook itself is: the packed file says it, nearly always in `xl/workbook.xml`. */
async function mainPart(zip: Zip): Promise<string> {
  const found = zip.has('_rels/.rels')
    ? partOfType(await relationsOf(zip, ''), 'officeDocument')
    : 'xl/workbook.xml'
  if (!found || !zip.has(found) || !found.endsWith('.xml') || !/workbook/i.test(found))
    throw new FileProblemError({ code: 'not_a_workbook' })
  return found
}

/** What a part refers to, by the ids it uses for that. */
async function relationsOf(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations = new Map<string, Relation>()
  if (!zip.has(name)) return relations
  await readSmallXml(await zip.open(name), {
    open(tag, { Id, Type, Target }) {
      if (tag !== 'Relationship' || !Id || !Target) return
      const isAbsolute = Target.startsWith('/')
      relations.set(Id, { type: Type ?? '', part: isAbsolute ? Target.slice(1) : resolved(folder, Target) })
    },
  })
  return relations
}

function resolved(folder: string, target: string): string {
  return URL.parse(target, `file:///${folder}`)?.pathname.slice(1) ?? target
}

function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.part
}

async function readContents(
  zip: Zip,
  main: string,
  targets: ReadonlyMap<string, Relation>,
): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = []
  let is1904 = false
  await readSmallXml(await zip.open(main), {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      const target = targets.get(id ?? '')
      if (target?.type.endsWith('/worksheet')) sheets.push({ name: attributes.name ?? '', part: target.part })
    },
  })
  return { sheets, is1904 }
}

async function stylesOf(zip: Zip, part: string | undefined): Promise<NumberStyle[]> {
  return part && zip.has(part) ? readCellStyles(await zip.open(part)) : []
}

const longestSharedText = 100_000

async function readSharedStrings(zip: Zip, part: string | undefined, strings: StringStore): Promise<void> {
  if (!part || !zip.has(part)) return
  let text: string | undefined
  let isText = false
  let soundDepth = 0
  const pieces = readXml(await zip.open(part), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 't') isText = true
      if (name === 'rPh') soundDepth += 1
    },
    text(more) {
      if (text === undefined || !isText || soundDepth > 0) return
      // What is longer is refused where it is used, with the row.
      if (text.length <= longestSharedText) text += more
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') soundDepth -= 1
      if (name !== 'si') return
      strings.add(text ?? '')
      text = undefined
    },
  })
  for await (const _piece of pieces);
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { cruiseHouse } from './cruise-house.ts'
import { findCycles } from './cycles.ts'
import { findFileOffences } from './file-rules.ts'
import { findImportOffences } from './import-rules.ts'
import { readStairs, stepOf } from './read-stairs.ts'

type Tree = Record<string, string>

const plan = `\`\`\`stairs
main -> cli -> app -> sandbox -> { api, webhooks } -> imports -> invoices -> context
  -> { crm, db } -> { config, log } -> values
\`\`\``

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A house in a temporary folder, with its plan. */
function build(tree: Tree): string {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  folders.push(root)
  for (const [path, text] of Object.entries({ 'docs/architecture.md': plan, ...tree })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

async function offencesOf(tree: Tree): Promise<string[]> {
  const root = build(tree)
  const modules = await cruiseHouse(root)
  const paths = Object.keys(tree).filter((path) => /\.tsx?$/.test(path))
  const imports = findImportOffences(modules, readStairs(join(root, 'docs/architecture.md')))
  return [...imports, ...findCycles(modules), ...findFileOffences(root, paths)]
}

const invoices: Tree = {
  'src/invoices/index.ts':
    "export { markPaid } from './mark-paid.ts'\nexport type { Invoice } from './invoice.ts'\n",
  'src/invoices/invoice.ts': 'export type Invoice = { id: string }\n',
  'src/invoices/mark-paid.ts':
    "import type { Invoice } from './invoice.ts'\nexport function markPaid(_: Invoice) {}\n",
}
const values: Tree = {
  'src/values/index.ts': "export { toCents } from './money.ts'\n",
  'src/values/money.ts': 'export function toCents() {}\n',
}
const teamleader: Tree = {
  'src/crm/index.ts': "export { sources } from './sources.ts'\n",
  'src/crm/sources.ts': "import { x } from './teamleader/source.ts'\nexport const sources = [x]\n",
  'src/crm/teamleader/source.ts': 'export const x = 1\n',
}
const db: Tree = {
  'src/db/index.ts': "export { open } from './open.ts'\n",
  'src/db/open.ts': 'export function open() {}\n',
}
const sandbox: Tree = {
  'src/sandbox/index.ts': "export { play } from './play.ts'\n",
  'src/sandbox/play.ts':
    "import { x } from '../crm/teamleader/source.ts'\nexport function play() { return x }\n",
}

test('the stairs are read from the plan', () => {
  const stairs = readStairs(join(build({}), 'docs/architecture.md'))
  expect(stepOf(stairs, 'main')).toBe(0)
  expect(stepOf(stairs, 'api')).toBe(stepOf(stairs, 'webhooks'))
  expect(stepOf(stairs, 'attic')).toBeUndefined()
  expect(() =>
    readStairs(join(build({ 'docs/architecture.md': 'nothing' }), 'docs/architecture.md')),
  ).toThrow('no block')
})

test('an orderly house has no offence', async () => {
  const tree = {
    ...invoices,
    ...values,
    ...teamleader,
    ...sandbox,
    'src/imports/index.ts': "export { importInvoices } from './import-invoices.ts'\n",
    'src/imports/import-invoices.ts':
      "import { markPaid } from '../invoices/index.ts'\nexport const importInvoices = () => markPaid\n",
    'src/cli/index.ts': "export { demo } from './demo.ts'\n",
    'src/cli/demo.ts':
      "import { play } from '../sandbox/index.ts'\nexport const demo = () => console.log(play())\n",
    'src/api/generated/types.ts': 'export type Paths = {}\n',
    'web/main.tsx': "import type { Paths } from '../src/api/generated/types.ts'\nexport type X = Paths\n",
    'test/journeys/a.test.ts': "import { play } from '../../src/sandbox/index.ts'\nplay()\n",
  }
  expect(await offencesOf(tree)).toEqual([])
})

test('a house in which nothing can be seen is not called orderly', async () => {
  await expect(cruiseHouse(build({ 'src/readme.md': 'empty' }))).rejects.toThrow('saw no module')
})

describe('an offence is noticed:', () => {
  const cases: [string, Tree, string][] = [
    [
      'climbing the stairs',
      {
        ...invoices,
        'src/values/money.ts': "import { markPaid } from '../invoices/index.ts'\nexport { markPaid }\n",
      },
      'src/values/money.ts imports src/invoices/index.ts: invoices does not stand below values',
    ],
    [
      'climbing the stairs for a type only',
      {
        ...invoices,
        'src/values/money.ts':
          "import type { Invoice } from '../invoices/index.ts'\nexport type M = Invoice\n",
      },
      'src/values/money.ts imports src/invoices/index.ts: invoices does not stand below values',
    ],
    [
      'a neighbour on the same step',
      {
        ...values,
        'src/api/index.ts': "export { a } from './a.ts'\n",
        'src/api/a.ts': "import { b } from '../webhooks/index.ts'\nexport const a = b\n",
        'src/webhooks/index.ts': "export { b } from './b.ts'\n",
        'src/webhooks/b.ts': 'export const b = 1\n',
      },
      'src/api/a.ts imports src/webhooks/index.ts: webhooks does not stand below api',
    ],
    [
      'a room that is not on the stairs',
      { 'src/attic/box.ts': 'export const box = 1\n' },
      'src/attic is not on the stairs of docs/architecture.md',
    ],
    [
      'walking past the front door',
      {
        ...invoices,
        'src/imports/run.ts': "import { markPaid } from '../invoices/mark-paid.ts'\nexport { markPaid }\n",
      },
      'src/imports/run.ts imports src/invoices/mark-paid.ts, not the index of its room',
    ],
    [
      'a test that walks past the front door',
      {
        ...invoices,
        'test/a.test.ts': "import { markPaid } from '../src/invoices/mark-paid.ts'\nmarkPaid\n",
      },
      'test/a.test.ts imports src/invoices/mark-paid.ts, not the index of its room',
    ],
    [
      'leaving the room to come back through its door',
      { ...invoices, 'src/invoices/list.ts': "import { markPaid } from './index.ts'\nexport { markPaid }\n" },
      'src/invoices/list.ts imports the index of its own room',
    ],
    [
      'knowing the folder of a CRM',
      {
        ...teamleader,
        'src/imports/run.ts': "import { x } from '../crm/teamleader/source.ts'\nexport { x }\n",
      },
      "src/imports/run.ts imports src/crm/teamleader/source.ts: only crm/sources.ts and the sandbox know a CRM's folder",
    ],
    [
      'a door that queries',
      { ...db, 'src/api/list.ts': "import { open } from '../db/index.ts'\nexport { open }\n" },
      'src/api/list.ts imports src/db/index.ts: a door calls a verb, it never queries',
    ],
    [
      'a product that knows the sandbox',
      {
        ...teamleader,
        ...sandbox,
        'src/app.ts': "import { play } from './sandbox/index.ts'\nexport { play }\n",
      },
      'src/app.ts imports src/sandbox/index.ts: the product does not know whether it talks to the sandbox',
    ],
    [
      'a browser app that takes server code',
      { ...values, 'web/page.tsx': "import { toCents } from '../src/values/index.ts'\nexport { toCents }\n" },
      'web/page.tsx imports src/values/index.ts: the browser app knows only the generated API types',
    ],
    [
      'a product that needs its tests',
      {
        'src/log.ts': "import { a } from '../test/support/a.ts'\nexport { a }\n",
        'test/support/a.ts': 'export const a = 1\n',
      },
      'src/log.ts imports test/support/a.ts, which is not part of the product',
    ],
    [
      'a cycle of types',
      {
        'src/invoices/a.ts': "import type { B } from './b.ts'\nexport type A = { b: B }\n",
        'src/invoices/b.ts': "import type { A } from './a.ts'\nexport type B = { a: A }\n",
      },
      'src/invoices/a.ts -> src/invoices/b.ts -> src/invoices/a.ts',
    ],
    [
      'a long file',
      { 'src/values/long.ts': `export const a = [\n${'1,\n'.repeat(400)}]\n` },
      'src/values/long.ts has 402 lines; 400 is the limit',
    ],
    [
      'a long function',
      { 'src/values/long.ts': `export function longOne() {\n${'void 0\n'.repeat(60)}}\n` },
      'src/values/long.ts: function longOne has 62 lines; 60 is the limit',
    ],
    [
      'a long nameless function',
      { 'src/values/long.ts': `export const longOne = () => {\n${'void 0\n'.repeat(60)}}\n` },
      'src/values/long.ts: function longOne has 62 lines; 60 is the limit',
    ],
    [
      'a name that says nothing',
      { 'src/values/utils/a.ts': 'export const a = 1\n' },
      'src/values/utils/a.ts: "utils" says nothing; find the noun',
    ],
    [
      'a name that ends in nothing',
      { 'src/invoices/mail-service.ts': 'export const a = 1\n' },
      'src/invoices/mail-service.ts: "mail-service" says nothing; find the noun',
    ],
    [
      'a name in another spelling',
      { 'src/invoices/markPaid.ts': 'export const a = 1\n' },
      'src/invoices/markPaid.ts: a file is named in kebab-case after its main export',
    ],
    [
      'a front door that is a corridor',
      {
        'src/values/index.ts': `export {\n${Array.from({ length: 25 }, (_, i) => `  a${i},`).join('\n')}\n} from './a.ts'\n`,
        'src/values/a.ts': 'export {}\n',
      },
      'src/values/index.ts has 27 lines; a front door has 25 at most',
    ],
    [
      'a front door with code',
      { 'src/values/index.ts': 'export const a = 1\n' },
      'src/values/index.ts: a front door contains only "export { names } from"',
    ],
    [
      'a front door that lists nothing by name',
      { ...values, 'src/values/index.ts': "export * from './money.ts'\n" },
      'src/values/index.ts: a front door contains only "export { names } from"',
    ],
    [
      'settings read in passing',
      { 'src/values/a.ts': 'export const a = process.env.PORT\n' },
      'src/values/a.ts reads process.env; only src/config.ts does',
    ],
    [
      'a room that talks to the terminal',
      { 'src/values/a.ts': 'export function a() {\n  console.log(1)\n}\n' },
      'src/values/a.ts writes to the console; use the log of the context',
    ],
    [
      'a test that sleeps',
      { 'src/values/a.test.ts': 'await new Promise((resolve) => setTimeout(resolve, 10))\n' },
      'src/values/a.test.ts sleeps; drain the jobs, move the clock or wait for the event',
    ],
  ]

  test.each(cases)('%s', async (_, tree, offence) => {
    expect(await offencesOf(tree)).toContain(offence)
  })
})

test('a time limit in a test is no sleep', async () => {
  const text = 'await new Promise((_, reject) => setTimeout(reject, 10))\n'
  expect(await offencesOf({ 'src/values/a.test.ts': text })).toEqual([])
})

test('a comment or a text about the console is no offence', async () => {
  const text = "// console.log and process.env are for others\nexport const a = 'console.log'\n"
  expect(await offencesOf({ 'src/values/a.ts': text })).toEqual([])
})

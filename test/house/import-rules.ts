import type { HouseModule } from './cruise-house.ts'
import { type Stairs, stepOf } from './read-stairs.ts'

/** One broken rule, in words that say what to do. */
export type Offence = string

type Import = { from: string; to: string }

const doors = ['api', 'pay', 'webhooks']
const generatedApiTypes = /^src\/api\/generated\//

/** Every import that breaks a rule of `docs/architecture.md`. */
export function findImportOffences(modules: HouseModule[], stairs: Stairs): Offence[] {
  const unknown = findUnknownRooms(modules, stairs)
  const imports = modules.flatMap(({ path, imports }) => imports.map((to) => ({ from: path, to })))
  const between = imports.filter(({ to }) => to.startsWith('src/'))
  const found = between.flatMap((one) => [
    ...checkFrontDoor(one),
    ...checkStairs(one, stairs),
    ...checkCrmFolders(one),
    ...checkDoorsAndDatabase(one),
    ...checkSandbox(one),
    ...checkWeb(one),
  ])
  const upward = imports.flatMap(checkSourcesStandAlone)
  return [...unknown, ...found, ...upward]
}

/** `src/invoices/invoice.ts` and `src/invoices.ts` are both the room `invoices`; undefined outside `src`. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+?)(?:\.tsx?)?(?:\/|$)/.exec(path)?.[1]
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.endsWith('.test.tsx') || !path.startsWith('src/')
}

function findUnknownRooms(modules: HouseModule[], stairs: Stairs): Offence[] {
  const rooms = new Set(modules.map((module) => roomOf(module.path)).filter((room) => room !== undefined))
  return [...rooms]
    .filter((room) => stepOf(stairs, room) === undefined && !room.endsWith('.test'))
    .map((room) => `src/${room} is not on the stairs of docs/architecture.md`)
}

function checkFrontDoor({ from, to }: Import): Offence[] {
  const sameRoom = roomOf(from) === roomOf(to)
  const isIndex = /^src\/[^/]+\/index\.ts$/.test(to)
  if (sameRoom && isIndex && !isTest(from)) return [`${from} imports the index of its own room`]
  const isOneFileRoom = /^src\/[^/]+\.ts$/.test(to)
  if (sameRoom || isIndex || isOneFileRoom) return []
  const hasOwnRule = /^src\/crm\/[^/]+\//.test(to) || generatedApiTypes.test(to)
  return hasOwnRule ? [] : [`${from} imports ${to}, not the index of its room`]
}

function checkStairs({ from, to }: Import, stairs: Stairs): Offence[] {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)]
  if (isTest(from) || fromRoom === undefined || toRoom === undefined || fromRoom === toRoom) return []
  const [fromStep, toStep] = [stepOf(stairs, fromRoom), stepOf(stairs, toRoom)]
  if (fromStep === undefined || toStep === undefined || fromStep < toStep) return []
  return [`${from} imports ${to}: ${toRoom} does not stand below ${fromRoom}`]
}

function checkCrmFolders({ from, to }: Import): Offence[] {
  const folder = /^src\/crm\/[^/]+\//.exec(to)?.[0]
  if (!folder || isTest(from)) return []
  const mayKnowIt =
    from.startsWith(folder) || from === 'src/crm/sources.ts' || from.startsWith('src/sandbox/')
  return mayKnowIt ? [] : [`${from} imports ${to}: only crm/sources.ts and the sandbox know a CRM's folder`]
}

function checkDoorsAndDatabase({ from, to }: Import): Offence[] {
  const room = roomOf(from)
  const isDoor = room !== undefined && doors.includes(room) && !isTest(from)
  return isDoor && roomOf(to) === 'db' ? [`${from} imports ${to}: a door calls a verb, it never queries`] : []
}

function checkSandbox({ from, to }: Import): Offence[] {
  if (roomOf(to) !== 'sandbox') return []
  const room = roomOf(from)
  const isWeb = from.startsWith('web/')
  if ((isTest(from) && !isWeb) || room === 'sandbox' || room === 'cli') return []
  return [`${from} imports ${to}: the product does not know whether it talks to the sandbox`]
}

function checkWeb({ from, to }: Import): Offence[] {
  if (!from.startsWith('web/') || generatedApiTypes.test(to)) return []
  return [`${from} imports ${to}: the browser app knows only the generated API types`]
}

function checkSourcesStandAlone({ from, to }: Import): Offence[] {
  const isProduct = from.startsWith('src/') && !isTest(from)
  const leavesSources = /^(web|test|bench|scripts)\//.test(to)
  // The command line builds the browser app before a demo; that is the one thing it takes from outside.
  const isBuild = from.startsWith('src/cli/') && to === 'scripts/build-web.ts'
  return isProduct && leavesSources && !isBuild
    ? [`${from} imports ${to}, which is not part of the product`]
    : []
}

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { cruiseHouse, type HouseModule } from './house/cruise-house.ts'
import { findCycles } from './house/cycles.ts'
import { findFileOffences } from './house/file-rules.ts'
import { findImportOffences } from './house/import-rules.ts'
import { readStairs } from './house/read-stairs.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const stairs = readStairs(join(root, 'docs/architecture.md'))

let modules: HouseModule[] = []

beforeAll(async () => {
  modules = await cruiseHouse(root)
})

test('the cruise saw every source file', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.d.ts'))
  const seen = new Set(modules.map((module) => module.path))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !seen.has(file))).toEqual([])
})

test('imports go down the stairs and through front doors', () => {
  expect(findImportOffences(modules, stairs)).toEqual([])
})

test('no file imports itself by a detour, types included', () => {
  expect(findCycles(modules)).toEqual([])
})

test('files are short, named after something, and touch only what is theirs', () => {
  const written = globSync('{src,web,test,bench,scripts}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist|generated)(\/|$)/.test(path),
  })
  expect(written.length).toBeGreaterThan(0)
  expect(findFileOffences(root, written)).toEqual([])
})

test('a room that is a folder has a front door', () => {
  const rooms = globSync('src/*/', { cwd: root }).map((room) => room.replace(/\/$/, ''))
  const withSources = rooms.filter((room) => globSync(`${room}/*.ts`, { cwd: root }).length > 0)
  expect(withSources.filter((room) => globSync(`${room}/index.ts`, { cwd: root }).length === 0)).toEqual([])
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { promises } from './promises.ts'
import { journeysByPromise, promisesNamedIn } from './promises-named-in.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('the list holds every promise', () => {
  const wanted = { A: 17, B: 18, C: 10, N: 8 }
  const ids = Object.entries(wanted).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  )
  expect(Object.keys(promises)).toEqual(ids)
})

test('the first line names one promise or several', () => {
  expect(promisesNamedIn('// Promise B3: zero stays out\nimport x')).toEqual(['B3'])
  expect(promisesNamedIn('// Promise B1, B2: both')).toEqual(['B1', 'B2'])
  expect(promisesNamedIn('// Promises B1 and B2: both')).toEqual(['B1', 'B2'])
  expect(promisesNamedIn("import x from 'y'\n// Promise B3: too late")).toEqual([])
})

test('a promise lists all of its journeys', () => {
  const named = [
    { file: 'a', ids: ['B1', 'B2'] },
    { file: 'b', ids: ['B2'] },
  ]
  expect(journeysByPromise(named).get('B2')).toEqual(['a', 'b'])
  expect(journeysByPromise(named).has('B3')).toBe(false)
})

test('every journey names promises that exist', () => {
  const files = globSync('test/journeys/**/*.test.ts', { cwd: root })
  const wrong = files.filter((file) => {
    const ids = promisesNamedIn(readFileSync(join(root, file), 'utf8'))
    return ids.length === 0 || ids.some((id) => !(id in promises))
  })
  expect(wrong).toEqual([])
})

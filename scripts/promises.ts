import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promises } from '../test/promises.ts'
import { journeysByPromise, promisesNamedIn } from '../test/promises-named-in.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Prints every promise with the journeys that prove it, and a gap where there is none. */
function listPromises(): void {
  const files = globSync('test/{journeys,browser}/**/*.test.ts', { cwd: root }).sort()
  const named = files.map((file) => ({
    file,
    ids: promisesNamedIn(readFileSync(join(root, file), 'utf8')),
  }))
  const journeys = journeysByPromise(named)
  for (const [id, text] of Object.entries(promises)) {
    const proofs = journeys.get(id) ?? []
    console.log(`${proofs.length > 0 ? ' ok ' : 'GAP '} ${id.padEnd(3)} ${text}`)
    for (const file of proofs) console.log(`          ${file}`)
  }
  const kept = Object.keys(promises).filter((id) => journeys.has(id)).length
  console.log(`\n${kept} of ${Object.keys(promises).length} promises have a journey.`)
  const silent = named.filter(({ ids }) => ids.length === 0).map(({ file }) => file)
  if (silent.length > 0) console.log(`Journeys that name no promise: ${silent.join(', ')}`)
}

listPromises()

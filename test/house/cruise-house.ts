import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'

/** A source file and the project files that it imports, types included; paths from the root. */
export type HouseModule = { path: string; imports: string[] }

const folders = ['src', 'web', 'test', 'bench', 'scripts']

/** Who imports whom, seen by dependency-cruiser. Throws when it saw nothing, which it does not do by itself. */
export async function cruiseHouse(root: string): Promise<HouseModule[]> {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  const result = await cruise(present, {
    baseDir: root,
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(node_modules|dist)/' },
    doNotFollow: { path: 'node_modules' },
  })
  if (typeof result.output === 'string') throw new Error('dependency-cruiser gave a text instead of modules.')
  const modules = result.output.modules
    .filter((module) => folders.some((folder) => module.source.startsWith(`${folder}/`)))
    .map((module) => ({
      path: module.source,
      imports: module.dependencies.filter((to) => !to.coreModule).map((to) => to.resolved),
    }))
  // NOTE: with a TypeScript that has no JavaScript API it sees no .ts file at all, and says that all is well.
  if (!modules.some((module) => module.path.endsWith('.ts')))
    throw new Error('dependency-cruiser saw no module.')
  return modules
}

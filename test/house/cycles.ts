import type { HouseModule } from './cruise-house.ts'

/** Every import cycle, types included, as the files it runs through. A cycle is told once. */
export function findCycles(modules: HouseModule[]): string[] {
  const imports = new Map(modules.map((module) => [module.path, module.imports]))
  const done = new Set<string>()
  const cycles = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start !== -1) cycles.add([...trail.slice(start), path].join(' -> '))
    if (start !== -1 || done.has(path)) return
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return [...cycles]
}

import { z } from 'zod'
import { eventTypes } from '../event-types.ts'
import type { Operation } from '../operation.ts'
import { operation } from '../operation.ts'

const registration = z.object({
  url: z.url({ protocol: /^https?$/ }),
  types: z.array(z.enum(eventTypes as [string, ...string[]])).min(1),
})

/** A registration is the pair of address and types: registering more types for an address adds them. */
const register = operation(204, registration, (world, { url, types }) => {
  const known = world.hooks.get(url) ?? new Set<string>()
  for (const type of types) known.add(type)
  world.hooks.set(url, known)
})

const unregister = operation(204, registration, (world, { url, types }) => {
  const known = world.hooks.get(url)
  for (const type of types) known?.delete(type)
  if (known?.size === 0) world.hooks.delete(url)
})

const list = operation(200, z.unknown(), (world) => ({
  data: [...world.hooks]
    .map(([url, types]) => ({ url, types: [...types].sort() }))
    .sort((a, b) => (a.url < b.url ? -1 : 1)),
}))

export const webhookOperations: Record<string, Operation> = {
  'webhooks.register': register,
  'webhooks.unregister': unregister,
  'webhooks.list': list,
}

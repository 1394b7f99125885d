import type { CustomFieldDefinitionRecord } from './records.ts'
import type { World } from './world.ts'

export type NewCustomField = {
  label: string
  type: string
  context: string
  required?: boolean | undefined
  options?: string[]
}

/** A field of an account; `options` are the texts of a select. */
export function addCustomFieldDefinition(world: World, input: NewCustomField): CustomFieldDefinitionRecord {
  return world.catalog.customFieldDefinitions.add({
    id: world.random.uuid(),
    context: input.context,
    type: input.type,
    label: input.label,
    group: 'Extra',
    required: input.required ?? false,
    options: (input.options ?? []).map((value) => ({ id: world.random.uuid(), value })),
  })
}

import type { CustomFieldDefinitionRecord } from './records.ts'
import type { World } from './world.ts'

export type NewCustomField = {
  label: string
  type: string
  context: string
  required?: boolean | undefined
  options?: string[]
}

/** The field is gone for good, and its values with it. */
export function removeCustomFieldDefinition(world: World, id: string): void {
  world.catalog.customFieldDefinitions.remove(id)
  for (const record of [...world.invoices.all(), ...world.subscriptions.all()]) {
    record.customFields = record.customFields.filter((field) => field.id !== id)
  }
}

/** One choice of a select is gone; what was chosen before stays as it is. */
export function removeCustomFieldOption(world: World, id: string, value: string): void {
  const definition = world.catalog.customFieldDefinitions.get(id)
  if (definition) definition.options = definition.options.filter((option) => option.value !== value)
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

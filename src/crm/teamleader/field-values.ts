import type { CrmField, CrmFieldValue } from '../source.ts'
import {
  fieldDefinitionSchema,
  fieldValueSchema,
  type TeamleaderFieldScalar,
  type TeamleaderFieldValue,
} from './api-types.ts'

/** Custom field values, one entry a value; values of a shape that we do not know are left out. */
export function readFieldValues(sent: readonly unknown[], fields: readonly CrmField[]): CrmFieldValue[] {
  const byId = new Map(fields.map((field) => [field.id, field]))
  return sent.flatMap((entry) => {
    const parsed = fieldValueSchema.safeParse(entry)
    if (!parsed.success) return []
    const fieldId = parsed.data.definition.id
    return scalarsOf(parsed.data).flatMap((scalar) => readScalar(scalar, fieldId, byId.get(fieldId)))
  })
}

/** Definitions in our words; those that cannot be read are left out. */
export function readFields(sent: readonly unknown[]): CrmField[] {
  return sent.flatMap((entry) => {
    const parsed = fieldDefinitionSchema.safeParse(entry)
    if (!parsed.success) return []
    const options = parsed.data.configuration?.options ?? []
    return [
      {
        id: parsed.data.id,
        label: parsed.data.label ?? '',
        kind: kindOf(parsed.data.type, options.length > 0),
        options: options.map((option) => ({ id: option.id, value: option.value ?? '' })),
      },
    ]
  })
}

/** A field with options is a select, whatever its type is called. */
function kindOf(type: string | null, hasOptions: boolean): CrmField['kind'] {
  if (hasOptions || type === 'single_select' || type === 'multi_select') return 'select'
  return type === 'single_line' || type === 'multi_line' ? 'text' : 'other'
}

function scalarsOf(sent: TeamleaderFieldValue): readonly TeamleaderFieldScalar[] {
  if (sent.value === null || sent.value === undefined) return []
  return Array.isArray(sent.value) ? sent.value : [sent.value]
}

/** Whether a select's value is the option's text or its id is not documented (2023-09-26): both are looked up. */
function readScalar(
  scalar: TeamleaderFieldScalar,
  fieldId: string,
  field: CrmField | undefined,
): CrmFieldValue[] {
  if (typeof scalar === 'object' && typeof scalar.value === 'string') {
    return [{ fieldId, value: scalar.value, optionId: scalar.id }]
  }
  const text = typeof scalar === 'object' ? (scalar.id ?? '') : String(scalar)
  if (text === '') return []
  const option = findOption(field?.options ?? [], text)
  if (option) return [{ fieldId, value: option.value, optionId: option.id }]
  return [{ fieldId, value: text, optionId: null, ...(field?.kind === 'select' && { isGone: true }) }]
}

function findOption(options: CrmField['options'], text: string): CrmField['options'][number] | undefined {
  return options.find((option) => option.id === text) ?? options.find((option) => option.value === text)
}

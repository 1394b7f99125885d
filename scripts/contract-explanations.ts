import type { Difference } from './contract-differences.ts'

type Explanation = { operation: RegExp; path: RegExp; what: RegExp; why: string }

const NEWER = 'The current API answers it; it was added to the description after version 1.112'

/** Every intended difference, and why the sandbox keeps it. */
const explanations: Explanation[] = [
  { operation: /^users\.me$/, path: /^data\.teams$/, what: /not documented/, why: NEWER },
  { operation: /^invoices\.list$/, path: /^data\[\]\.subscription$/, what: /not documented/, why: NEWER },
  { operation: /^invoices\.info$/, path: /^data\.invoice_content$/, what: /not documented/, why: NEWER },
  {
    operation: /^(companies|contacts)\.(list|info)$/,
    path: /price_list$/,
    what: /not documented|must be object/,
    why: `${NEWER}, always there and nullable`,
  },
  {
    operation: /^(companies|contacts)\.(list|info)$/,
    path: /\.(\w+_number|iban|bic|website|remarks|salutation|birthdate|first_name|addressee|secondary_position|division)$/,
    what: /^must be string$/,
    why: "The API's guide promises null for an empty scalar; the description marks hardly any as nullable",
  },
  {
    operation: /^companies\.info$/,
    path: /^data\.related_(companies|contacts)$/,
    what: /left out/,
    why: 'Answered only when `includes` asks for it',
  },
  {
    operation: /^invoices\.info$/,
    path: /^data\.total\.(due_incasso_inclusive|fixed_late_fee|interest)$/,
    what: /left out/,
    why: 'Answered only when `includes` asks for late_fees',
  },
  {
    operation: /^customFieldDefinitions\.list$/,
    path: /configuration\.(options|extra_option_allowed)$/,
    what: /left out/,
    why: 'Only select fields have options; the other types have another configuration',
  },
  {
    operation: /^accounts\.projects-v2-status$/,
    path: /will_be_automatically_switched_on$/,
    what: /left out/,
    why: 'Only accounts that still have the legacy projects have such a date',
  },
]

/** The reason of an intended difference. */
export function whyOf(difference: Difference): string | undefined {
  return explanations.find(
    ({ operation, path, what }) =>
      operation.test(difference.operation) && path.test(difference.path) && what.test(difference.what),
  )?.why
}

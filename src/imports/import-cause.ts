/** Why an invoice stays out. Each is looked at again when the CRM tells of a change, and on each reconcile (B5). */
export const skipCauses = [
  'draft',
  'paid',
  'credited',
  'zero_amount',
  'negative_amount',
  'department_not_chosen',
  'deleted_in_crm',
  'not_found_in_crm',
] as const
export type SkipCause = (typeof skipCauses)[number]

/** Why an invoice that belongs in could not come in. Each has a next try or needs a person. */
export const failCauses = [
  'unreadable_invoice',
  'unreadable_customer',
  'cannot_be_stored',
  'crm_unavailable',
  'crm_refused',
  'reconnect_needed',
  'not_visible_yet',
] as const
export type FailCause = (typeof failCauses)[number]

export type ImportCause = SkipCause | FailCause

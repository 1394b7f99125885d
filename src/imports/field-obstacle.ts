/** Why the custom fields or the payments of one invoice could not be read, with the CRM's words. */
export type FieldObstacle = { cause: 'crm_refused' | 'crm_unavailable'; detail: string }

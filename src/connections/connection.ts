import type { CrmDepartment, CrmKind, SourceName } from '../crm/index.ts'

/**
 * `connected`: tokens work as far as we know. `reconnect_needed`: refused for good, a person has to connect again.
 * `disconnected`: a person ended it; tokens are erased, data is kept.
 */
export type ConnectionState = 'connected' | 'reconnect_needed' | 'disconnected'

/** A linked CRM account. Carries no token and no secret. Instants are UTC. */
export type Connection = {
  id: string
  creditorId: string
  source: SourceName
  state: ConnectionState
  /** Why it is not connected: a code such as `token_refused`; null while connected. */
  stateReason: string | null
  accountExternalId: string
  accountName: string
  connectedUserName: string | null
  importInvoicesAutomatically: boolean
  updateCustomersAutomatically: boolean
  defaultProfileId: string | null
  invoiceProfileFieldId: string | null
  subscriptionProfileFieldId: string | null
  /** Only these departments are imported; null: all of them. */
  departmentExternalIds: string[] | null
  /** The UBL of each invoice is fetched beside its PDF. */
  fetchUbl: boolean
  /** Payments known here are registered in the CRM (promise B17). */
  writeBack: boolean
  /** Notes are left on invoices in the CRM (promise B18). */
  leaveNotes: boolean
  /** The CRM's departments as it named them last. */
  departments: CrmDepartment[]
  /** The event types that the CRM sends us; empty while no webhook is registered. */
  hookEventTypes: string[]
  /** Why webhooks are not as the switches want them, as a code; null when they are. */
  hookProblem: string | null
  reconciledUntil: Date | null
  lastReconciledAt: Date | null
  lastHeardAt: Date | null
  connectedAt: Date
  disconnectedAt: Date | null
}

type Switches = Pick<Connection, 'state' | 'importInvoicesAutomatically' | 'updateCustomersAutomatically'>

/** The event types that the switches ask for (promises N1, A2): none while both are off, or when not connected. */
export function wantedEventTypes(connection: Switches, eventTypes: CrmKind['eventTypes']): string[] {
  const { importInvoicesAutomatically: invoices, updateCustomersAutomatically: customers } = connection
  if (connection.state === 'disconnected' || (!invoices && !customers)) return []
  const wanted = [
    ...(invoices ? eventTypes.invoices : []),
    ...(customers ? eventTypes.customers : []),
    ...eventTypes.always,
  ]
  return [...new Set(wanted)].sort()
}

/** Where a CRM sends its events: the secret in the path is all that tells them from forged ones. */
export function hookPath(source: SourceName, hookSecret: string): string {
  return `/hooks/${source}/${hookSecret}`
}

/** Where the CRM sends the browser back to after a person allowed or refused. */
export function callbackPath(source: SourceName): string {
  return `/connect/${source}/callback`
}

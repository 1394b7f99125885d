import type { Answer, IncomingCall } from '../http-server.ts'
import { ApiError } from './api-error.ts'
import type { Parts } from './parts.ts'

/** Names in the body of each verb's arguments, in order; `*` is the whole body, `?` may be left out. */
const VERBS: Record<string, string[]> = {
  addCompany: ['*'],
  addContact: ['*'],
  addInvoice: ['*'],
  addSubscription: ['*'],
  addCustomField: ['*'],
  removeCustomField: ['id'],
  removeCustomFieldOption: ['id', 'value'],
  addMany: ['*'],
  departments: [],
  invoices: [],
  companies: [],
  contacts: [],
  bookInvoice: ['id', 'on?'],
  setInvoiceTotal: ['id', 'totalCents'],
  payInvoice: ['id'],
  partPay: ['id', 'amountCents'],
  removePayments: ['id'],
  creditInvoice: ['id', 'amountCents?'],
  editCreditNote: ['id', 'change'],
  deleteCreditNote: ['id'],
  editInvoice: ['id', 'change'],
  deleteInvoice: ['id'],
  editCompany: ['id', 'change'],
  editContact: ['id', 'change'],
  mergeCompanies: ['winnerId', 'loserId'],
  mergeContacts: ['winnerId', 'loserId'],
  deactivate: ['*'],
  deleteCompany: ['id'],
  deleteContact: ['id'],
  delayPdfs: ['ms'],
  breakPdfs: ['fault'],
  issueTokens: [],
  expireAccessTokens: [],
  revokeTokens: [],
  replyOnce: ['endpoint', 'fault', 'times?'],
  replyAlways: ['endpoint', 'fault'],
  clearFaults: ['endpoint?'],
  faults: [],
  ignoreFilters: ['on'],
  movePagesWhilePaging: ['on'],
  setRateLimit: ['perMinute'],
  setLatency: ['ms'],
  answers: ['*'],
  'webhooks.next': ['*'],
  'webhooks.rates': ['*'],
  'webhooks.delayBy': ['ms'],
  'webhooks.mode': ['mode'],
  'webhooks.deliver': [],
  'webhooks.sendRaw': ['body', 'url?'],
  'webhooks.announce': ['type', 'subjectId'],
  'webhooks.registered': [],
  'webhooks.waiting': [],
  'clock.now': [],
  'clock.set': ['instant'],
  'clock.advance': ['ms'],
}

/**
 * `POST /control/<verb>` with a JSON object runs the verb of the same name; `GET /control` lists them all and
 * `GET /control/journal` gives the journal. Only JSON is taken, so that no foreign web page can press a button.
 */
export async function answerControl(parts: Parts, call: IncomingCall): Promise<Answer> {
  const verb = call.path.replace(/^\/control\/?/, '')
  if (call.method === 'GET' && verb === '') return json(200, { verbs: VERBS })
  if (verb === 'journal') return answerJournal(parts, call)
  if (verb === 'settled') {
    await parts.deliverer.settled()
    return json(200, { data: null })
  }
  const names = VERBS[verb]
  if (!names) return json(404, { errors: [{ title: `There is no control verb ${verb}` }] })
  if (call.method !== 'POST' || !call.headers['content-type']?.includes('json')) {
    return json(405, { errors: [{ title: 'Control verbs are posted as JSON' }] })
  }
  try {
    const result = await runVerb(parts, verb, argumentsFrom(names, call.body))
    return json(200, { data: result ?? null })
  } catch (error) {
    if (error instanceof ApiError) return json(error.status, { errors: error.problems })
    if (error instanceof SyntaxError) return json(400, { errors: [{ title: 'The body is not JSON' }] })
    throw error
  }
}

function argumentsFrom(names: string[], text: string): unknown[] {
  const body = (text.trim() === '' ? {} : JSON.parse(text)) as Record<string, unknown>
  return names.map((name) => {
    if (name === '*') return body
    const key = name.replace('?', '')
    if (body[key] === undefined && !name.endsWith('?')) {
      throw new ApiError(400, [{ title: `${key} must be present`, status: 400, meta: { field: key } }])
    }
    return body[key]
  })
}

async function runVerb(parts: Parts, verb: string, values: unknown[]): Promise<unknown> {
  let holder: unknown = parts.control
  const path = verb.split('.')
  for (const key of path) holder = (holder as Record<string, unknown>)[key]
  return (holder as (...values: unknown[]) => unknown)(...values)
}

function answerJournal(parts: Parts, call: IncomingCall): Answer {
  const { journal } = parts
  if (call.method === 'DELETE') {
    journal.clear()
    return json(200, { data: null })
  }
  return json(200, {
    data: {
      requests: journal.requests(),
      deliveries: journal.deliveries(),
      tokenGrants: journal.tokenGrants(),
      maxCallsInAnyMinute: journal.maxCallsInAnyMinute(),
    },
  })
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

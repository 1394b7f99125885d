import { addCompany, addContact, addInvoice } from './builders.ts'
import { addDays, dayOf } from './clock.ts'
import { creditAmount } from './credit-moves.ts'
import { addCustomFieldDefinition } from './custom-fields.ts'
import { registerPayment } from './invoice-moves.ts'
import type {
  CustomerRef,
  CustomFieldDefinitionRecord,
  InvoiceRecord,
  SubscriptionRecord,
} from './records.ts'
import { companyNames, firstNames, lastNames, streets, towns, works } from './seed-names.ts'
import { belgianIban, belgianVatNumber, hostOf } from './seed-numbers.ts'
import { addSubscription } from './subscriptions.ts'
import type { World } from './world.ts'

const DAY_MS = 86_400_000
const PAST_DAYS = 240
const ORDINARY_INVOICES = 164

type Deed = { at: number; act: () => void }
type Seed = {
  world: World
  agenda: Deed[]
  startMs: number
  endMs: number
  profileField: CustomFieldDefinitionRecord
  subscriptionField: CustomFieldDefinitionRecord
  customers: CustomerRef[]
}

/**
 * A small technical firm with two departments: about 60 companies, 40 people and 200 invoices of the last eight
 * months, as untidy as real ones. What happened is replayed in order of time, so that numbers, dates and times
 * of change agree with each other.
 */
export function seedWorld(world: World): void {
  const endMs = world.clock.now()
  const startMs = endMs - PAST_DAYS * DAY_MS
  const fields = world.clock.during(startMs, () => addFields(world))
  const customers = world.clock.during(startMs, () => [
    ...addCompanies(world, fields.number),
    ...addPeople(world),
  ])
  const seed: Seed = { world, agenda: [], startMs, endMs, customers, ...fields }
  planOrdinaryInvoices(seed)
  planSubscriptions(seed)
  planOddInvoices(seed)
  // The agenda grows while it runs: an invoice plans its own payment.
  for (let deed = nextDeed(seed); deed; deed = nextDeed(seed)) world.clock.during(deed.at, deed.act)
}

function nextDeed(seed: Seed): Deed | undefined {
  seed.agenda.sort((a, b) => b.at - a.at)
  const deed = seed.agenda.pop()
  return deed && deed.at <= seed.endMs ? deed : undefined
}

function addFields(world: World) {
  const options = ['Standard', 'Direct debit']
  const select = { type: 'single_select', options }
  addCustomFieldDefinition(world, { label: 'Werfnummer', type: 'single_line', context: 'invoice' })
  return {
    profileField: addCustomFieldDefinition(world, { label: 'Betaalprofiel', context: 'invoice', ...select }),
    subscriptionField: addCustomFieldDefinition(world, {
      label: 'Betaalprofiel abonnement',
      context: 'subscription',
      ...select,
    }),
    number: addCustomFieldDefinition(world, {
      label: 'Klantnummer',
      type: 'single_line',
      context: 'company',
    }),
  }
}

function addCompanies(world: World, numberField: CustomFieldDefinitionRecord): CustomerRef[] {
  return companyNames.map((name, at) => {
    const { random } = world
    const town = random.pick(towns)
    const host = hostOf(name)
    const isForeign = at >= 53
    const company = addCompany(world, {
      name,
      silent: true,
      // Every ninth company has no address for mail at all; every fifth has one or two for invoices.
      email: at % 9 === 4 ? null : `info@${host}`,
      invoicingEmails: invoicingEmails(at, host),
      vatNumber: at % 11 === 5 ? null : isForeign ? foreignVat(at) : belgianVatNumber(random),
      nationalIdentificationNumber: null,
      language: isForeign ? 'en' : town.language,
      iban: random.chance(0.6) ? belgianIban(random) : null,
      bic: null,
      website: random.chance(0.5) ? `https://www.${host}` : null,
      telephones: [{ type: 'phone', number: `+329${random.between(2_000_000, 2_999_999)}` }],
      addresses: addressesOf(world, town, at),
      tags: random.chance(0.4) ? ['klant'] : ['klant', 'contract'],
      peppolId: at % 3 === 0 ? `0208:${random.between(400_000_000, 799_999_999)}` : null,
      customFields: at % 2 === 0 ? [{ id: numberField.id, value: `K${String(1000 + at)}` }] : [],
    })
    return { type: 'company', id: company.id }
  })
}

function invoicingEmails(at: number, host: string): string[] {
  if (at % 10 === 0) return [`boekhouding@${host}`, `facturen@${host}`]
  return at % 5 === 0 ? [`facturen@${host}`] : []
}

const foreignNumbers = [
  'DE811128135',
  'NL004495445B01',
  'GB980780684',
  'FR40303265045',
  'SE556188840401',
  'DE129273398',
]
function foreignVat(at: number): string | null {
  return foreignNumbers[at - 53] ?? null
}

function addressesOf(world: World, town: { postalCode: string; city: string }, at: number) {
  const line1 = `${world.random.pick(streets)} ${world.random.between(1, 240)}`
  const address = { line1, postalCode: town.postalCode, city: town.city, country: 'BE', addressee: null }
  const primary = { type: 'primary' as const, address }
  if (at % 7 !== 3) return [primary]
  const other = { ...address, line1: 'Postbus 12', addressee: 'Dienst boekhouding' }
  return [primary, { type: 'invoicing' as const, address: other }]
}

function addPeople(world: World): CustomerRef[] {
  const companies = [...world.companies.all()]
  return Array.from({ length: 40 }, (_, at) => {
    const { random } = world
    const town = random.pick(towns)
    const firstName = at % 13 === 6 ? null : random.pick(firstNames)
    const lastName = random.pick(lastNames)
    const contact = addContact(world, {
      firstName,
      lastName,
      silent: true,
      email:
        at % 8 === 3
          ? null
          : `${hostOf(`${firstName ?? ''} ${lastName}`).replace('.example', '')}${at}@mail.example`,
      language: town.language,
      salutation: random.chance(0.3) ? 'Dhr.' : null,
      telephones: random.chance(0.7)
        ? [{ type: 'mobile', number: `+3247${random.between(1_000_000, 9_999_999)}` }]
        : [],
      addresses: addressesOf(world, town, at),
      companies:
        at < 24
          ? [{ companyId: companies[at * 2]?.id ?? '', position: 'Zaakvoerder', decisionMaker: true }]
          : [],
    })
    return { type: 'contact', id: contact.id }
  })
}

function planOrdinaryInvoices(seed: Seed): void {
  const { random } = seed.world
  for (let at = 0; at < ORDINARY_INVOICES; at += 1) {
    const when = seed.startMs + ((at + random.next()) / ORDINARY_INVOICES) * (seed.endMs - seed.startMs)
    plan(seed, workingMoment(when), () => ordinaryInvoice(seed))
  }
}

function plan(seed: Seed, at: number, act: () => void): void {
  seed.agenda.push({ at, act })
}

/** Saturday and Sunday move to Friday; the hour stays. */
function workingMoment(ms: number): number {
  const weekday = new Date(ms).getUTCDay()
  return weekday === 6 ? ms - DAY_MS : weekday === 0 ? ms - 2 * DAY_MS : ms
}

function ordinaryInvoice(seed: Seed): void {
  const { world } = seed
  const { random } = world
  const invoice = addInvoice(world, {
    silent: true,
    customer: random.pick(seed.customers),
    departmentId: departmentOf(world, random.chance(0.3) ? 1 : 0),
    total: random.between(45, 4_200) * 100 + random.pick([0, 0, 25, 50, 95]),
    ratePercent: random.pick([21, 21, 21, 6]),
    description: random.pick(works),
    ...(random.chance(0.15) && { purchaseOrderNumber: `PO-${random.between(1000, 9999)}` }),
    ...(random.chance(0.25) && {
      customFields: [{ id: seed.profileField.id, value: random.pick(['Standard', 'Direct debit']) }],
    }),
  })
  const ageDays = (seed.endMs - world.clock.now()) / DAY_MS
  if (random.chance(ageDays > 60 ? 0.9 : ageDays > 25 ? 0.6 : 0.1)) planPayment(seed, invoice, 1)
  else if (random.chance(0.12)) planPayment(seed, invoice, 0.4)
}

function departmentOf(world: World, at: number): string {
  return [...world.catalog.departments.all()][at]?.id ?? ''
}

function planPayment(seed: Seed, invoice: InvoiceRecord, share: number): void {
  const { world } = seed
  const at = world.clock.now() + world.random.between(2, 45) * DAY_MS
  const amountCents = Math.round(invoice.totalCents * share)
  plan(seed, at, () => registerPayment(world, invoice.id, { paidAt: at, amountCents, methodId: null }))
}

/** Maintenance contracts that invoice every month, with the profile on the contract, not on the invoice. */
function planSubscriptions(seed: Seed): void {
  const { world } = seed
  for (let at = 0; at < 4; at += 1) {
    const customer = seed.customers[at * 7] as CustomerRef
    const subscription = world.clock.during(seed.startMs, () =>
      addSubscription(world, {
        title: `Onderhoudscontract ${at + 1}`,
        customer,
        totalCents: 9_680 + at * 2_420,
        customFields:
          at < 3 ? [{ id: seed.subscriptionField.id, value: at === 1 ? 'Standard' : 'Direct debit' }] : [],
      }),
    )
    for (let month = 0; month < 5; month += 1) {
      const when = seed.endMs - (month * 30 + 3) * DAY_MS
      plan(seed, when, () => subscriptionInvoice(seed, subscription))
    }
  }
}

function subscriptionInvoice(seed: Seed, subscription: SubscriptionRecord): void {
  const invoice = addInvoice(seed.world, {
    silent: true,
    customer: subscription.customer,
    total: subscription.totalCents,
    description: subscription.title,
    subscriptionIds: [subscription.id],
  })
  if (seed.world.random.chance(0.6)) planPayment(seed, invoice, 1)
}

/** One of each thing that goes wrong in real books. */
function planOddInvoices(seed: Seed): void {
  const { world } = seed
  const add = (
    daysAgo: number,
    input: Parameters<typeof addInvoice>[1],
    then?: (made: InvoiceRecord) => void,
  ) =>
    plan(seed, seed.endMs - daysAgo * DAY_MS, () => {
      const made = addInvoice(world, { silent: true, customer: world.random.pick(seed.customers), ...input })
      then?.(made)
    })
  const dollars = { currency: 'USD', exchangeRate: 1.08 }
  for (const daysAgo of [80, 41, 12]) add(daysAgo, { total: 0, description: 'Garantie-interventie' })
  for (const daysAgo of [9, 5, 2, 1]) add(daysAgo, { status: 'draft', description: 'Nog te controleren' })
  for (const daysAgo of [60, 20]) add(daysAgo, { total: 88_000, ratePercent: 0, ...dollars })
  add(33, { total: 51_900, ratePercent: 0, currency: 'GBP', exchangeRate: 0.85 })
  add(45, { total: 36_300 }, (made) => void creditAmount(world, made.id))
  add(28, { total: 72_600 }, (made) => void creditAmount(world, made.id, 24_200))
  add(26, { total: 120_000, dueOn: dayOf(seed.endMs - 20 * DAY_MS), paidCents: 50_000 })
  add(4, { total: 1 })
  add(3, { total: 1_899_999, dueOn: addDays(dayOf(seed.endMs), 60) })
  add(2, { customFields: [{ id: seed.profileField.id, value: 'Bestaat niet' }] })
}

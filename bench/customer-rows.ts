import type pg from 'pg'

export type FillInput = { customers: number; invoices: number; creditorIds: readonly string[] }

/** Everyday words of Belgian and Dutch businesses: some in every second name, some in every hundredth. */
const trades = [
  'Bakkerij',
  'Garage',
  'Bouwwerken',
  'Schilderwerken',
  'Elektro',
  'Slagerij',
  'Drukkerij',
  'Advocaten',
  'Immo',
  'Transport',
  'Tuinaanleg',
  'Boekhouding',
  'Consulting',
  'Software',
  'Horeca',
  'Optiek',
  'Apotheek',
  'Kapsalon',
  'Wijnhandel',
  'Restaurant',
]
const families = [
  'Peeters',
  'Janssens',
  'Maes',
  'Jacobs',
  'Mertens',
  'Willems',
  'Claes',
  'Goossens',
  'Wouters',
  'De Smet',
  'Dubois',
  'Lambert',
  'Dupont',
  'Martin',
  'Vermeulen',
  'Van den Berg',
  'De Vries',
  'Bakker',
  'Van Dijk',
  'Visser',
]
const firstNames = [
  'Jan',
  'An',
  'Marie',
  'Luc',
  'Sofie',
  'Pieter',
  'Julie',
  'Tom',
  'Els',
  'Thomas',
  'Emma',
  'Louis',
]
const forms = ['bv', 'nv', 'bv', 'vzw', 'bv', 'srl', 'bv', 'comm.v', 'bv', 'sa']
const cities = [
  'Antwerpen',
  'Gent',
  'Brussel',
  'Brugge',
  'Leuven',
  'Mechelen',
  'Hasselt',
  'Kortrijk',
  'Namur',
  'Liège',
  'Aalst',
  'Genk',
  'Amsterdam',
  'Rotterdam',
  'Utrecht',
  'Lille',
]

/**
 * Customers made by the database itself, always the same ones. Nine of ten belong to the first creditor, the rest to the
 * others; every fifth is a person, every twentieth has no e-mail, two of three have invoices and one of three something open.
 */
export async function fillCustomers(
  database: pg.Client,
  { customers, invoices, creditorIds }: FillInput,
): Promise<void> {
  for (const creditorId of creditorIds) await addCreditor(database, creditorId)

  await database.query(customerRows, [customers, creditorIds, trades, families, firstNames, forms, cities])
  await database.query(invoiceRows, [customers, invoices])
  await database.query('vacuum analyze customers')
  await database.query('vacuum analyze invoices')
}

/** What nobody else is called: letters made of a digest, so that every three of them are about equally frequent. */
const ownWord = `translate(substr(md5(n::text), 1, 6), '0123456789abcdef', 'bcdfglmnprstaeio')`
const pick = (list: string, by: string) =>
  `(${list}::text[])[1 + (hashint4(n * 31 + ${by}) & 1023) % cardinality(${list})]`

const customerRows = `
  insert into customers (id, creditor_id, number, kind, company_name, first_name, last_name, email, city, language, vat_number,
    external_type, external_id, connection_id, created_at, updated_at)
  select 'cus_' || lpad(n::text, 12, '0'),
    case when n % 100 = 0 then ($2::text[])[3] when n % 11 = 0 then ($2::text[])[2] else ($2::text[])[1] end,
    'C' || lpad(n::text, greatest(5, length(n::text)), '0'),
    case when n % 5 = 0 then 'person' else 'company' end,
    case when n % 5 <> 0 then ${pick('$3', '1')} || ' ' || initcap(${ownWord}) || ' ' || ${pick('$6', '2')} end,
    case when n % 5 = 0 then ${pick('$5', '3')} end,
    case when n % 5 = 0 then ${pick('$4', '4')} || ' ' || initcap(${ownWord}) end,
    case when n % 20 <> 7 then 'info@' || ${ownWord} || n || '.example' end,
    ${pick('$7', '5')},
    (array['nl', 'nl', 'fr', 'nl', 'en'])[1 + n % 5],
    case when n % 5 <> 0 then 'BE' || lpad((100000000 + n * 37)::text, 10, '0') end,
    null, null, null,
    timestamptz '2020-01-01' + n * interval '10 minutes', now()
  from generate_series(1, $1::int) as n`

/** Two of three customers have some; every third invoice is open. */
const invoiceRows = `
  insert into invoices (id, creditor_id, connection_id, external_id, number, customer_id, customer_name, invoice_date, due_date,
    currency, total_cents, open_cents, source_open_cents, state, payment_state, source_payment_state, profile_id,
    profile_chosen_by, imported_at, updated_at)
  select 'inv_' || lpad(i::text, 12, '0'), customers.creditor_id, 'con_' || customers.creditor_id, i::text, '2026 / ' || i,
    customers.id, coalesce(company_name, last_name), date '2026-01-01' + (i % 300)::int, date '2026-02-01' + (i % 300)::int,
    'EUR', 12100 + i, case when i % 3 = 0 then 12100 + i else 0 end, case when i % 3 = 0 then 12100 + i else 0 end,
    case when i % 3 = 0 then 'booked' else 'paid' end, case when i % 3 = 0 then 'open' else 'paid' end,
    case when i % 3 = 0 then 'open' else 'paid' end,
    'prf_' || customers.creditor_id, 'connection', now(), now()
  from generate_series(1, $2::int) as i
  join customers on customers.id = 'cus_' || lpad((1 + (i * 7) % ($1::int * 2 / 3))::text, 12, '0')`

async function addCreditor(database: pg.Client, creditorId: string): Promise<void> {
  await database.query(
    `insert into creditors (id, name, created_at, last_customer_number) values ($1, $1, now(), 1000000)
     on conflict (id) do nothing`,
    [creditorId],
  )
  await database.query(
    `insert into profiles (id, creditor_id, name, created_at) values ('prf_' || $1, $1, 'Bench', now())`,
    [creditorId],
  )
  await database.query(
    `insert into connections (id, creditor_id, source, state, account_external_id, account_name, hook_secret_sealed,
       hook_secret_hash, connected_at)
     values ('con_' || $1, $1, 'teamleader', 'disconnected', 'bench', 'Bench', '', sha256($1::bytea), now())`,
    [creditorId],
  )
}

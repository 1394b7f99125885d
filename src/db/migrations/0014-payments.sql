-- Payments: what is due is what the CRM says is open, less what was paid here and the CRM does not know yet.

-- source_*: what the CRM says, as it says it. open_cents, payment_state and paid_at stay what is due, everywhere.
-- paid_here_cents is below zero while a payment revoked here is still to be removed there.
alter table invoices
  add column source_open_cents bigint,
  add column source_payment_state text check (source_payment_state in ('open', 'part_paid', 'paid', 'credited')),
  add column source_paid_at timestamptz,
  add column paid_here_cents bigint not null default 0,
  add column paid_here_at timestamptz,
  add column overpaid_cents bigint not null default 0 check (overpaid_cents >= 0);
-- The table is rewritten once. An update would see no row: row-level security binds its owner too.
alter table invoices
  alter column source_open_cents type bigint using open_cents,
  alter column source_payment_state type text using payment_state,
  alter column source_paid_at type timestamptz using paid_at;
alter table invoices
  alter column source_open_cents set not null,
  alter column source_payment_state set not null;

-- The ledger is append only: a revocation is a further fact. `hand`: told to Vorder; `crm`: seen in the CRM.
create table payments (
  id text primary key,
  creditor_id text not null references creditors (id),
  invoice_id text not null,
  kind text not null check (kind in ('payment', 'revocation')),
  origin text not null check (origin in ('hand', 'crm')),
  revokes_id text unique,
  amount_cents bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  paid_on date,
  -- The CRM's instant of a payment seen there.
  paid_at timestamptz,
  method text,
  method_external_id text,
  note text,
  -- Why a revocation: by_hand, or removed_in_crm.
  cause text,
  recorded_by text,
  recorded_by_name text,
  recorded_at timestamptz not null,
  -- The same request sent twice is one payment.
  request_key text,
  unique (creditor_id, id),
  unique (creditor_id, request_key),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id),
  foreign key (creditor_id, revokes_id) references payments (creditor_id, id),
  check ((kind = 'revocation') = (revokes_id is not null) and (kind = 'revocation') = (cause is not null)),
  check (origin = 'crm' or (amount_cents > 0 and paid_on is not null))
);
create index payments_of_invoice on payments (creditor_id, invoice_id, id);

-- A payment told here and one seen in the CRM are the same money. Each is used once.
create table payment_matches (
  hand_payment_id text primary key,
  creditor_id text not null references creditors (id),
  invoice_id text not null,
  crm_payment_id text not null unique,
  matched_at timestamptz not null,
  foreign key (creditor_id, hand_payment_id) references payments (creditor_id, id),
  foreign key (creditor_id, crm_payment_id) references payments (creditor_id, id)
);
create index payment_matches_of_invoice on payment_matches (creditor_id, invoice_id);

-- The credit notes of an invoice, as the CRM lists them: what lowers the amount due without a payment.
create table invoice_credits (
  creditor_id text not null references creditors (id),
  invoice_id text not null,
  position integer not null,
  number text,
  amount_cents bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  credited_on date,
  seen_at timestamptz not null,
  primary key (invoice_id, position),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id)
);

-- What is to be registered in the CRM (or removed there) for a payment, and how far that is.
create table payment_write_backs (
  payment_id text primary key,
  creditor_id text not null references creditors (id),
  connection_id text not null,
  invoice_id text not null,
  intent text not null check (intent in ('register', 'remove')),
  -- waiting: to be done; unknown: asked for, the answer is missing; done: seen there (or gone there); refused: a to-do.
  state text not null check (state in ('waiting', 'unknown', 'done', 'refused')),
  -- The instant that the payment is registered with: by amount and instant it is known again among the payments there.
  remote_paid_at timestamptz not null,
  -- When the last call that changes something left. What came of it is only known by reading afterwards.
  began_at timestamptz,
  -- Teamleader said yes to that call: it is never made again by itself.
  acknowledged_at timestamptz,
  writes integer not null default 0,
  attempts integer not null default 0,
  cause text,
  cause_detail text,
  next_try_at timestamptz,
  claim_id text,
  claimed_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (creditor_id, payment_id),
  foreign key (creditor_id, payment_id) references payments (creditor_id, id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id),
  check ((state in ('waiting', 'unknown')) or next_try_at is null),
  check (state <> 'refused' or cause is not null),
  check ((claim_id is null) = (claimed_until is null))
);
create index payment_write_backs_due on payment_write_backs (connection_id, next_try_at) where next_try_at is not null;
create index payment_write_backs_tasks on payment_write_backs (creditor_id, payment_id) where state in ('refused', 'unknown');
create index payment_write_backs_of_invoice on payment_write_backs (creditor_id, invoice_id);

-- Notes to leave on invoices in the CRM. One event leaves one note: `reference` stands in it, so that it is known again.
create table crm_notes (
  id text primary key,
  creditor_id text not null references creditors (id),
  connection_id text not null,
  invoice_external_id text not null,
  event text not null check (event in ('imported', 'not_imported', 'invited', 'reminded', 'paid')),
  -- Tells events of one kind apart: the level of a reminder. Empty for what happens once.
  event_key text not null default '',
  reference text not null,
  content text not null,
  state text not null check (state in ('waiting', 'done', 'refused')),
  began_at timestamptz,
  attempts integer not null default 0,
  cause text,
  cause_detail text,
  next_try_at timestamptz,
  claim_id text,
  claimed_until timestamptz,
  remote_id text,
  created_at timestamptz not null,
  left_at timestamptz,
  unique (creditor_id, id),
  unique (connection_id, invoice_external_id, event, event_key),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  check ((state = 'waiting') = (next_try_at is not null)),
  check ((claim_id is null) = (claimed_until is null))
);
create index crm_notes_due on crm_notes (connection_id, next_try_at, id) where next_try_at is not null;

alter table connections
  add column write_back boolean not null default false,
  add column leave_notes boolean not null default false;

do $$
declare t text;
begin
  foreach t in array array['payments', 'payment_matches', 'invoice_credits', 'payment_write_backs', 'crm_notes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;
revoke update, delete on payments from vorder_app, vorder_system;

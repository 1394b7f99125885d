-- Reminders: the levels and the hours of a profile, what stops them, and addresses that take no mail.

alter table profiles
  add column send_reminders boolean not null default false,
  -- [{"offsetDays", "isOn", "texts": {"nl": {"subject", "body"}}}]: up to four, by days after the due date (promise C2).
  add column reminders jsonb not null default '[{"offsetDays": 3, "isOn": true, "texts": {}}, {"offsetDays": 10, "isOn": true, "texts": {}}, {"offsetDays": 17, "isOn": true, "texts": {}}, {"offsetDays": 30, "isOn": true, "texts": {}}]',
  -- {"days": 1 is Monday, "from", "until", "holidaysOf"}: when reminders leave, in the time zone of the business.
  add column send_times jsonb not null default '{"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00", "holidaysOf": ["BE"]}';

-- What keeps reminders from an invoice: on hold, disputed, or promised to be paid by a day (promise C10). An ended one stays.
create table collection_stops (
  id text primary key,
  creditor_id text not null references creditors (id),
  invoice_id text not null,
  kind text not null check (kind in ('hold', 'dispute', 'promise')),
  reason text check (length(reason) <= 500),
  promised_for date,
  set_by text,
  set_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  unique (creditor_id, id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id),
  check ((kind = 'promise') = (promised_for is not null))
);
create unique index collection_stops_current on collection_stops (invoice_id, kind) where ended_at is null;
create index collection_stops_of_invoice on collection_stops (creditor_id, invoice_id, set_at);

-- The same, where decisions and lists of invoices read it.
alter table invoices
  add column is_on_hold boolean not null default false,
  add column is_disputed boolean not null default false,
  add column promised_for date;
create index invoices_to_remind on invoices (connection_id, due_date)
  where state in ('booked', 'pending') and invitation_state = 'sent' and not is_on_hold and not is_disputed;
create index messages_sent_to on messages (creditor_id, lower(sent_to)) where sent_to is not null;

-- By the due date: neither the booking nor a person asked for it.
alter table messages drop constraint messages_origin_check;
alter table messages add constraint messages_origin_check check (origin in ('booking', 'due_date', 'hand'));

-- Addresses that a mail server said it does not take (promise C8). Nothing more goes there until a person says that they work.
create table undeliverable_addresses (
  id text primary key,
  creditor_id text not null references creditors (id),
  -- In lower case.
  address text not null,
  detail text not null,
  message_id text,
  found_at timestamptz not null,
  unique (creditor_id, id),
  unique (creditor_id, address),
  foreign key (creditor_id, message_id) references messages (creditor_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['collection_stops', 'undeliverable_addresses'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;

-- Messages to customers: how a profile sends them, what is planned, what left, and what is not known.

alter table profiles
  add column version integer not null default 1,
  -- Send the invitation when an invoice is booked; wait for the PDF and attach it (promise B14).
  add column send_on_booking boolean not null default false,
  add column wait_for_document boolean not null default true,
  -- Attach the PDF when it is there, also where nobody waits for it.
  add column include_document boolean not null default true,
  -- {"nl": {"subject", "body"}}: texts of its own; a language without one has the text that comes with Vorder.
  add column invitation_texts jsonb not null default '{}';

-- Every version of a profile, so that a message can show what it was sent with. Never changed.
create table profile_versions (
  creditor_id text not null references creditors (id),
  profile_id text not null,
  version integer not null,
  settings jsonb not null,
  created_at timestamptz not null,
  primary key (creditor_id, profile_id, version),
  foreign key (creditor_id, profile_id) references profiles (creditor_id, id)
);
insert into profile_versions (creditor_id, profile_id, version, settings, created_at)
  select creditor_id, id, version, jsonb_build_object('sendOnBooking', send_on_booking, 'waitForDocument', wait_for_document,
    'includeDocument', include_document, 'invitationTexts', invitation_texts), created_at
  from profiles;

-- Connections of which a person said "go live". One without a row sends nothing by itself (promise C5).
create table live_connections (
  connection_id text primary key,
  creditor_id text not null references creditors (id),
  live_since timestamptz not null,
  foreign key (creditor_id, connection_id) references connections (creditor_id, id)
);

create table messages (
  id text primary key,
  creditor_id text not null references creditors (id),
  connection_id text not null,
  invoice_id text not null,
  kind text not null check (kind in ('invitation', 'reminder')),
  -- 0 for an invitation, 1 to 4 for a reminder.
  level smallint not null default 0,
  state text not null check (state in ('waiting', 'planned', 'sending', 'sent', 'failed', 'bounced', 'unknown', 'held', 'cancelled')),
  cause text,
  cause_detail text,
  -- Who asked for it: the booking of the invoice, or a person.
  origin text not null check (origin in ('booking', 'hand')),
  without_document boolean not null default false,
  -- Recipients that a person chose for this one message; null: the customer's.
  asked_to text,
  asked_cc text[],
  planned_for timestamptz not null,
  -- When Vorder looks at it again by itself; null when only an event or a person moves it.
  next_look_at timestamptz,
  attempts integer not null default 0,
  -- The same one at every attempt, so that mail programs show a message once.
  mail_id text not null,
  -- The attempt that is being made now, and when it was about to give the message away for good.
  attempt_id text,
  handed_over_at timestamptz,
  -- What was sent, word for word, with the version of the profile that it was sent with.
  sent_to text,
  sent_cc text[] not null default '{}',
  refused jsonb not null default '[]',
  language text,
  subject text,
  body_text text,
  body_html text,
  document_sha256 text,
  profile_id text,
  profile_version integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  unique (creditor_id, id),
  -- Promise C4, kept by the database: of one kind and level an invoice has one message, whoever asks.
  unique (invoice_id, kind, level),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id),
  foreign key (creditor_id, profile_id, profile_version) references profile_versions (creditor_id, profile_id, version),
  check ((kind = 'invitation') = (level = 0) and level between 0 and 4),
  check ((state = 'sending') = (attempt_id is not null)),
  check ((state = 'sent') <= (sent_at is not null)),
  check ((state in ('held', 'failed', 'bounced', 'cancelled')) <= (cause is not null)),
  check (state not in ('sending', 'sent', 'unknown', 'bounced') or (sent_to is not null and subject is not null))
);
create index messages_due on messages (connection_id, next_look_at, id) where next_look_at is not null;
create index messages_sending on messages (connection_id) where state = 'sending';
create index messages_pending on messages (connection_id, state) where state in ('waiting', 'held');

-- Where the invitation stands, for the overview; 'none' also once it was cancelled.
alter table invoices
  add column invitation_state text not null default 'none'
    check (invitation_state in ('none', 'waiting', 'planned', 'sent', 'held', 'failed', 'unknown'));
create index invoices_invitation on invoices (creditor_id, invitation_state, coalesce(invoice_date, date '9999-12-31'), id)
  where invitation_state not in ('none', 'sent');

do $$
declare t text;
begin
  foreach t in array array['profile_versions', 'live_connections', 'messages'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;

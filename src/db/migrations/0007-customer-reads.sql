-- What it takes to read customers in any order, and to say what became of a record that is no longer there.

alter table customers
  -- Drawn from fetch_tickets before the CRM was asked for what is stored; an older look overwrites nothing.
  add column read_ticket bigint not null default 0,
  -- The record's own page in the CRM.
  add column web_url text,
  -- Why the record itself could not be read. It is not asked for again by itself, only with the next look.
  add column details_problem text,
  -- The record that it was merged into in the CRM, where that is known: {"type", "externalId", "name"}.
  add column gone_to jsonb;

-- Customers that came in by a list; a deactivated record can still be read.
drop index customers_without_details;
create index customers_without_details on customers (connection_id, id)
  where details_read_at is null and details_problem is null and external_id is not null and anonymised_at is null
    and (gone_cause is null or gone_cause = 'deactivated');

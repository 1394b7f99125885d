-- Profiles with an account of their own, what their payment page offers, days on which the business is closed, and profiles
-- that gave way to another one.

alter table profiles
  -- Null: the account, and the name, of the business.
  add column iban text,
  add column beneficiary text check (length(beneficiary) between 1 and 70),
  add column shows_document boolean not null default true,
  add column takes_questions boolean not null default true,
  -- Out of use, kept because messages and settled invoices show it; `replaced_by`: its name in a custom field leads there.
  add column archived_at timestamptz,
  add column replaced_by text,
  add foreign key (creditor_id, replaced_by) references profiles (creditor_id, id),
  add check (archived_at is not null or replaced_by is null);
-- A name becomes free with its profile.
drop index profiles_name;
create unique index profiles_name on profiles (creditor_id, lower(name)) where archived_at is null;

-- [{"from", "until", "note"}]: days, both included, on which nothing is sent by itself.
alter table creditors add column closed_periods jsonb not null default '[]';

create index connections_by_profile on connections (creditor_id, default_profile_id) where default_profile_id is not null;

-- The profile in force in the place of one that was taken out of use; null when nobody replaced it. The row is locked against
-- being replaced until the transaction ends, so whoever chooses a profile at the moment of its replacement gets the new one.
create function profile_in_force(of_creditor text, chosen text) returns text language plpgsql as $$
declare
  archived timestamptz;
  replacing text;
begin
  select archived_at, replaced_by into archived, replacing from profiles
    where creditor_id = of_creditor and id = chosen for key share;
  return case when archived is null then chosen else replacing end;
end $$;
create function lead_to_profile_in_force() returns trigger language plpgsql as $$
begin
  new.profile_id := profile_in_force(new.creditor_id, new.profile_id);
  if new.profile_id is null and tg_table_name = 'invoices' then
    select id into new.profile_id from profiles
      where creditor_id = new.creditor_id and archived_at is null order by id limit 1;
  end if;
  return new;
end $$;
create function lead_to_default_in_force() returns trigger language plpgsql as $$
begin
  new.default_profile_id := profile_in_force(new.creditor_id, new.default_profile_id);
  return new;
end $$;

-- What is settled keeps the profile that it was settled with; opened again, it has the one in force.
create trigger invoices_profile_of_new before insert on invoices
  for each row when (new.state in ('booked', 'pending')) execute function lead_to_profile_in_force();
create trigger invoices_profile_of_open before update of profile_id, state on invoices
  for each row when (new.state in ('booked', 'pending')
    and (old.state not in ('booked', 'pending') or new.profile_id <> old.profile_id))
  execute function lead_to_profile_in_force();
create trigger customers_profile_of_new before insert on customers
  for each row when (new.profile_id is not null) execute function lead_to_profile_in_force();
create trigger customers_profile_in_force before update of profile_id on customers
  for each row when (new.profile_id is not null and new.profile_id is distinct from old.profile_id)
  execute function lead_to_profile_in_force();
create trigger connections_profile_in_force before update of default_profile_id on connections
  for each row when (new.default_profile_id is not null
    and new.default_profile_id is distinct from old.default_profile_id)
  execute function lead_to_default_in_force();

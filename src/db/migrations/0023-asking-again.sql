-- A message that left can be sent once more, to somebody else, because a person asks; part of an invoice can be promised; and
-- what became of the mail that brings a question can wait for a person.

-- The message of which this one is a copy for another address. Nothing but a person makes one.
alter table messages add column copy_of text;
alter table messages add foreign key (creditor_id, copy_of) references messages (creditor_id, id);
alter table messages add check (copy_of is null or origin = 'hand');

-- Promise C4, kept by the database as before: of one kind and level an invoice has one message, and of that one copy for an
-- address. Below it, whatever row it comes from: nobody is sent the same twice.
alter table messages drop constraint messages_invoice_id_kind_level_key;
create unique index messages_once on messages (invoice_id, kind, level) where copy_of is null;
create unique index messages_copied_once on messages (invoice_id, kind, level, lower(asked_to)) where copy_of is not null;
create unique index messages_to_once on messages (invoice_id, kind, level, lower(sent_to))
  where state in ('sending', 'sent', 'unknown') and sent_to <> '';
create index messages_of_invoice on messages (invoice_id);

-- What of the open amount was promised, in cents; null: all of it.
alter table collection_stops add column promised_cents bigint
  check (promised_cents is null or (promised_cents > 0 and kind = 'promise'));

-- Questions of which nobody knows whether the business got them.
create index questions_for_a_person on questions (creditor_id, id) where mail_state in ('unknown', 'refused');

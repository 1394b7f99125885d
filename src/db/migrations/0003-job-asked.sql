-- Whether a job of this key waits already, in one round trip. The shared lock is held until the asker commits, and
-- whoever starts the waiting job waits for it (jobs/run-in-turn.ts). The statements have snapshots of their own, so what
-- was started before the lock was granted is seen as started. Runs with the rights of the caller.
create function is_job_asked(ask_lock bigint, job_name text, job_key text) returns boolean
language plpgsql volatile set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(ask_lock);
  return exists (
    select 1 from pgboss.job
    where name = job_name and state = 'created' and coalesce(singleton_key, '') = coalesce(job_key, '') and not data ? 'startAt'
  );
end $$;

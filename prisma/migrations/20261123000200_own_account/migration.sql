-- A one-time password (invitation, reset) is worth nothing after this instant, and must be changed at first use.
alter table "account" add column "password_expires_at" timestamptz(3);

-- Row-level security lets everyone change the own row; this keeps them to their language and their password.
create function guard_own_account() returns trigger language plpgsql as $$
begin
  if app_role() not in ('', 'system', 'network_admin') and
    to_jsonb(new) - array['locale', 'password_hash', 'password_expires_at']
      <> to_jsonb(old) - array['locale', 'password_hash', 'password_expires_at'] then
    raise exception 'account % may not change this itself', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger account_own before update on account for each row execute function guard_own_account();

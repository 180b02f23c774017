-- Who is deactivated, gets another place in the network, or whose password somebody else replaced, is signed out
-- everywhere in the same instant. Runs as the owner: nobody may touch another person's sessions otherwise.
create function end_sessions_of_account() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not new.active or new.role <> old.role or new.organisation_id <> old.organisation_id
    or new.department_id is distinct from old.department_id
    or (new.password_hash <> old.password_hash and app_role() = 'network_admin' and app_account() is distinct from new.id) then
    delete from session where account_id = new.id;
  end if;
  return null;
end $$;
create trigger account_sessions after update on account for each row execute function end_sessions_of_account();

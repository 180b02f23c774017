-- Since when, and what the asking side hopes for (ISBAR), as codes of the contract.
alter table "urgent_request" add column "onset" text, add column "wanted" text;

-- A department passes a waiting urgent request on and from then on does not see it. Its own row-level security
-- refuses to write a row that it could not read, so this one move is made here, with the same condition inside.
create function pass_urgent_request(request uuid, to_department uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update consult_request r
    set provider_department_id = d.id, provider_organisation_id = d.organisation_id,
      specialty_code = d.specialty_code, provider_practitioner_id = null, updated_at = now()
    from department d
    where r.id = request and r.kind = 'urgent' and r.status = 'waiting'
      and r.provider_department_id = app_department()
      and d.id = to_department and d.active and d.id <> r.provider_department_id;
  return found;
end $$;
revoke all on function pass_urgent_request(uuid, uuid) from public;
grant execute on function pass_urgent_request(uuid, uuid) to telkonnet_app;

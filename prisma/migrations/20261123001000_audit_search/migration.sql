-- The log as the privacy officer searches it. A view of the owner's: under row-level security PostgreSQL looks up nobody
-- in the index over `payload.patientIds` (operators of jsonb are not leakproof) and would read the whole log instead.
create view audit_event as
  select id, at, type, actor_account_id, actor_role, actor_organisation_id, subject_kind, subject_id, patient_id, request_id, payload
  from event_log where (select app_role()) = 'privacy_officer';
grant select on audit_event to telkonnet_app;
revoke insert, update, delete, truncate on audit_event from telkonnet_app;

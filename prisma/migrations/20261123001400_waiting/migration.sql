-- AlterTable
ALTER TABLE "consult_request" ADD COLUMN     "directed" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "waiting_offer" ADD COLUMN     "offered_by_id" UUID,
ADD COLUMN     "reason" TEXT;

-- What follows is written by hand ------------------------------------------------------------------------------

alter table waiting_offer add constraint waiting_offer_out_of_turn check ((offered_by_id is null) = (reason is null));
create index waiting_offer_overdue on waiting_offer (expires_at) where state = 'open';

-- A request that waits for a time is its practice's own until one is found: departments see the wish, not the patient.
drop policy sides on consult_request;
create policy sides on consult_request using (
  requester_organisation_id = (select app_organisation())
  or (provider_department_id = (select app_department()) and directed)
) with check (
  requester_organisation_id = (select app_organisation())
  or (provider_department_id = (select app_department()) and directed)
);
-- An offered time is held for the whole practice, whoever entered the request.
create policy offered on booking
  using (state = 'held' and waiting_id is not null and organisation_id = (select app_organisation()))
  with check (organisation_id = (select app_organisation()));

-- Everybody's open entries, without whose they are: how many stand before one's own. The number of a request is shown
-- to those alone who see its entry.
create view waiting_queue as
  select w.id, w.specialty_code, w.department_id, w.practitioner_id, w.urgency, w.from_day, w.until_day,
    w.parts_of_day, w.weekdays, w.created_at,
    case when (select app_is_system()) or w.organisation_id = (select app_organisation())
      or w.department_id = (select app_department())
      or (w.department_id is null
        and w.specialty_code = (select d.specialty_code from department d where d.id = (select app_department())))
    then r.number end as request_number
  from waiting_entry w join consult_request r on r.id = w.request_id
  where w.state in ('waiting', 'offered') and (select app_role()) <> '';
grant select on waiting_queue to telkonnet_app;

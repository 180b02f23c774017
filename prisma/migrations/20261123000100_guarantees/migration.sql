-- What the database itself guarantees, whatever the code does. Prisma cannot express any of it.
-- The application connects as the role telkonnet_app: neither owner of these tables nor superuser.

-- Who asks, set per transaction by the server (server/kernel/db.ts). Unset = nobody: sees nothing.
create function app_role() returns text language sql stable
  return coalesce(current_setting('app.role', true), '');
create function app_account() returns uuid language sql stable
  return nullif(current_setting('app.account', true), '')::uuid;
create function app_organisation() returns uuid language sql stable
  return nullif(current_setting('app.organisation', true), '')::uuid;
create function app_department() returns uuid language sql stable
  return nullif(current_setting('app.department', true), '')::uuid;
create function app_is_system() returns boolean language sql stable
  return coalesce(current_setting('app.role', true), '') = 'system';

-- Bookings -----------------------------------------------------------------------------------------------------

alter table booking
  add constraint booking_order check (start_at < end_at and blocked_from <= start_at and blocked_until >= end_at),
  add constraint booking_held check ((state = 'held') = (held_until is not null)),
  add constraint booking_request check (state = 'held' or request_id is not null),
  add constraint booking_no_overlap exclude using gist (
    practitioner_id with =,
    tstzrange(blocked_from, blocked_until, '[)') with &&
  ) where (state in ('held', 'booked'));

alter table roster
  add constraint roster_weekday check (weekday between 1 and 7),
  add constraint roster_times check (from_time < until_time),
  add constraint roster_slot check (slot_minutes between 5 and 240),
  add constraint roster_validity check (valid_until is null or valid_until > valid_from);
alter table absence add constraint absence_order check (start_at < end_at);
alter table on_call_shift add constraint on_call_shift_order check (start_at < end_at);
-- One person cannot be primary twice at once in one department.
alter table on_call_shift add constraint on_call_shift_single exclude using gist (
  department_id with =, level with =, tstzrange(start_at, end_at, '[)') with &&
);

-- One open urgent request for one patient is a rule of triage, a claim is decided by a conditional UPDATE.
alter table urgent_request
  add constraint urgent_request_claim check ((claimed_at is null) = (claimed_by_id is null));

-- Vital signs outside these limits are typing errors, whoever wrote them.
alter table vital_signs add constraint vital_signs_possible check (
  (respiratory_rate is null or respiratory_rate between 1 and 100) and
  (oxygen_saturation is null or oxygen_saturation between 30 and 100) and
  (systolic is null or systolic between 30 and 300) and
  (diastolic is null or diastolic between 10 and 200) and
  (systolic is null or diastolic is null or diastolic < systolic) and
  (pulse is null or pulse between 10 and 300) and
  (temperature is null or temperature between 25 and 45) and
  (glucose is null or glucose between 10 and 1500) and
  (pain is null or pain between 0 and 10)
);

alter table patient
  add constraint patient_kvnr check (kvnr ~ '^[A-Z][0-9]{9}$'),
  add constraint patient_born check (birth_date >= '1890-01-01');
alter table account add constraint account_email check (email = lower(email));
alter table consultation add constraint consultation_seconds check (present_seconds >= 0);
alter table participation add constraint participation_order check (left_at is null or left_at >= joined_at);

-- A person is in a room once at a time.
create unique index participation_present on participation (consultation_id, account_id) where left_at is null;

-- A final report is never changed or removed.
create function refuse_final_report() returns trigger language plpgsql as $$
begin
  if old.state = 'final' then
    raise exception 'report % is final', old.id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger report_final before update or delete on report for each row execute function refuse_final_report();

-- Billing: what left in a batch stays as it left.
create function refuse_exported_event() returns trigger language plpgsql as $$
begin
  if old.batch_id is not null then
    raise exception 'billable event % was exported', old.id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger billable_event_exported before update or delete on billable_event
  for each row execute function refuse_exported_event();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger export_batch_final before update or delete on export_batch
  for each row execute function refuse_change();

-- Event log ----------------------------------------------------------------------------------------------------

create trigger event_log_append_only before update or delete on event_log for each row execute function refuse_change();
create trigger event_log_no_truncate before truncate on event_log for each statement execute function refuse_change();
create trigger event_seal_append_only before update or delete on event_seal for each row execute function refuse_change();
create trigger event_seal_no_truncate before truncate on event_seal for each statement execute function refuse_change();

-- Tells every server process at commit what happened, so that open windows hear of it at once. Looking is no news.
create function tell_event() returns trigger language plpgsql as $$
begin
  if new.type not like '%.viewed' then
    perform pg_notify('event', new.id || ' ' || new.type);
  end if;
  return null;
end $$;
create trigger event_log_tell after insert on event_log for each row execute function tell_event();

-- Lists ordered by the queue's rule look at open urgent requests only.
create index urgent_request_open on urgent_request (raised_at) where ended_at is null;
create index booking_held_until on booking (held_until) where state = 'held';
create index participation_open on participation (consultation_id) where left_at is null;
create index patient_name_search on patient using gin ((family_name || ' ' || given_name) gin_trgm_ops);

-- Row-level security -------------------------------------------------------------------------------------------

alter table account enable row level security;
alter table session enable row level security;
alter table rate_limit enable row level security;
alter table patient enable row level security;
alter table consent enable row level security;
alter table consult_request enable row level security;
alter table booking enable row level security;
alter table urgent_request enable row level security;
alter table vital_signs enable row level security;
alter table consultation enable row level security;
alter table participation enable row level security;
alter table report enable row level security;
alter table billable_event enable row level security;
alter table export_batch enable row level security;
alter table event_log enable row level security;
alter table event_seal enable row level security;
alter table event_handled enable row level security;
alter table idempotency_key enable row level security;
alter table roster enable row level security;
alter table roster_override enable row level security;
alter table absence enable row level security;
alter table on_call_shift enable row level security;
alter table county enable row level security;
alter table specialty enable row level security;
alter table organisation enable row level security;
alter table department enable row level security;
alter table practitioner enable row level security;

-- The software itself (jobs, sign-in, set-up).
create policy system_all on account using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on session using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on rate_limit using (true) with check (true); -- counts of hashed keys, used before sign-in
create policy system_all on patient using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on consent using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on consult_request using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on booking using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on urgent_request using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on vital_signs using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on consultation using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on participation using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on report using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on billable_event using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on export_batch using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on event_log using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on event_seal using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on event_handled using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on idempotency_key using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on roster using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on roster_override using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on absence using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on on_call_shift using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on county using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on specialty using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on organisation using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on department using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on practitioner using ((select app_is_system())) with check ((select app_is_system()));

-- The directory is the network's telephone book: everyone signed in reads it, the network administrator keeps it.
create policy read_all on county for select using ((select app_role()) <> '');
create policy read_all on specialty for select using ((select app_role()) <> '');
create policy read_all on organisation for select using ((select app_role()) <> '');
create policy read_all on department for select using ((select app_role()) <> '');
create policy read_all on practitioner for select using ((select app_role()) <> '');
create policy keep on organisation using ((select app_role()) = 'network_admin') with check ((select app_role()) = 'network_admin');
create policy keep on department using ((select app_role()) = 'network_admin') with check ((select app_role()) = 'network_admin');
create policy keep on practitioner using ((select app_role()) = 'network_admin') with check ((select app_role()) = 'network_admin');
create policy keep on account using ((select app_role()) = 'network_admin') with check ((select app_role()) = 'network_admin');
create policy own on account for select using (
  organisation_id = (select app_organisation()) and ((select app_department()) is null or department_id = (select app_department()))
);
-- Each person's own settings (language).
create policy self on account for update using (id = (select app_account())) with check (id = (select app_account()));

-- Rosters and shifts: read by all who look for a time, kept by the department's coordinator (specialists: themselves by the module's policy).
create policy read_all on roster for select using ((select app_role()) <> '');
create policy read_all on roster_override for select using ((select app_role()) <> '');
create policy read_all on absence for select using ((select app_role()) <> '');
create policy read_all on on_call_shift for select using ((select app_role()) <> '');
create policy keep on roster using (department_id = (select app_department())) with check (department_id = (select app_department()));
create policy keep on roster_override using (department_id = (select app_department())) with check (department_id = (select app_department()));
create policy keep on absence using (department_id = (select app_department())) with check (department_id = (select app_department()));
create policy keep on on_call_shift using (department_id = (select app_department())) with check (department_id = (select app_department()));

-- A consult request is seen by its two sides: the asking organisation, the asked department.
create policy sides on consult_request using (
  requester_organisation_id = (select app_organisation()) or provider_department_id = (select app_department())
) with check (
  requester_organisation_id = (select app_organisation()) or provider_department_id = (select app_department())
);

-- A patient is seen by who keeps the record, and by a department that was asked about this patient.
create policy keeper on patient using (organisation_id = (select app_organisation())) with check (organisation_id = (select app_organisation()));
create policy asked on patient for select using (
  (select app_department()) is not null and
  exists (select 1 from consult_request r where r.patient_id = patient.id and r.provider_department_id = (select app_department()))
);
create policy of_patient on consent using (exists (select 1 from patient p where p.id = patient_id))
  with check (exists (select 1 from patient p where p.id = patient_id));
create policy of_patient on vital_signs using (exists (select 1 from patient p where p.id = patient_id))
  with check (exists (select 1 from patient p where p.id = patient_id));

-- What hangs on a request is seen with it.
create policy of_request on booking using (
  (request_id is not null and exists (select 1 from consult_request r where r.id = request_id))
  or booked_by_id = (select app_account()) or department_id = (select app_department())
) with check (
  organisation_id = (select app_organisation()) or department_id = (select app_department())
);
create policy of_request on urgent_request using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id));
create policy of_request on consultation using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id));
create policy of_consultation on participation using (exists (select 1 from consultation c where c.id = consultation_id))
  with check (exists (select 1 from consultation c where c.id = consultation_id));
create policy read on report for select using (exists (select 1 from consult_request r where r.id = request_id));
create policy write on report for all using (
  exists (select 1 from consult_request r where r.id = request_id and r.provider_department_id = (select app_department()))
) with check (
  exists (select 1 from consult_request r where r.id = request_id and r.provider_department_id = (select app_department()))
);

-- Billing: each organisation its own, the network administrator all.
create policy own on billable_event for select using (organisation_id = (select app_organisation()));
create policy network on billable_event using ((select app_role()) = 'network_admin') with check ((select app_role()) = 'network_admin');
create policy network on export_batch using ((select app_role()) = 'network_admin') with check ((select app_role()) = 'network_admin');

-- Event log: everyone's acts are written, only the privacy officer reads.
create policy write on event_log for insert with check ((select app_role()) <> '');
create policy read on event_log for select using (
  (select app_role()) = 'privacy_officer' or actor_account_id = (select app_account())
);
create policy read on event_seal for select using ((select app_role()) = 'privacy_officer');

create policy own on idempotency_key using (account_id = (select app_account())) with check (account_id = (select app_account()));
create policy own on session using (account_id = (select app_account())) with check (account_id = (select app_account()));

-- Views that see more rows than their reader may, and fewer columns -------------------------------------------------

-- When somebody is taken, without by whom or what for: needed to find a free time.
create view busy_time as
  select practitioner_id, department_id, blocked_from, blocked_until, state, held_until, booked_by_id = (select app_account()) as own
  from booking where state in ('held', 'booked') and (select app_role()) <> '';

-- A proof of service per request for reimbursement: who, when, how long, which diagnoses, no question, no report.
create view billing_case as
  select r.id as request_id, r.number, r.kind::text as kind, r.specialty_code, r.diagnoses,
    p.id as patient_id, p.kvnr, p.birth_date, p.family_name, p.given_name, p.insurance_kind::text as insurance_kind,
    p.payer_ik, p.payer_name,
    rq.id as requester_id, rq.name as requester_name, rq.kind::text as requester_kind, rq.bsnr as requester_bsnr, rq.ik as requester_ik,
    rp.lanr as requester_lanr,
    pv.id as provider_id, pv.name as provider_name, pv.bsnr as provider_bsnr, pv.ik as provider_ik, pp.lanr as provider_lanr,
    r.consent_id is not null as consented, c.started_at, c.closed_at, c.present_seconds, r.answered_at
  from consult_request r
  join patient p on p.id = r.patient_id
  join organisation rq on rq.id = r.requester_organisation_id
  join organisation pv on pv.id = r.provider_organisation_id
  left join practitioner rp on rp.id = r.requester_practitioner_id
  left join practitioner pp on pp.id = r.provider_practitioner_id
  left join consultation c on c.request_id = r.id
  where (select app_role()) in ('network_admin', 'system');

-- Statistics: times, places and outcomes, nobody's name, birth date or number.
create view evaluation_case as
  select r.id as request_id, r.kind::text as kind, r.status::text as status, r.urgency::text as urgency, r.specialty_code,
    rq.kind::text as requester_kind, rq.county_ags, r.created_at, r.planned_start, r.answer_due_at, r.answered_at, r.end_reason,
    u.raised_at, u.claimed_at, u.target_at, c.started_at, c.closed_at, c.present_seconds, c.outcome, c.by_phone
  from consult_request r
  join organisation rq on rq.id = r.requester_organisation_id
  left join urgent_request u on u.request_id = r.id
  left join consultation c on c.request_id = r.id
  where (select app_role()) in ('evaluator', 'network_admin', 'system');

-- Names of people at work, for "asked by", "claimed by", "written by": no e-mail, no password hash.
create view person as
  select id, display_name, role::text as role, organisation_id, department_id, practitioner_id, active
  from account where (select app_role()) <> '';

-- Rights of the application's role --------------------------------------------------------------------------------

grant usage on schema public to telkonnet_app;
grant select, insert, update, delete on all tables in schema public to telkonnet_app;
grant usage, select on all sequences in schema public to telkonnet_app;
revoke update, delete, truncate on event_log, event_seal, export_batch from telkonnet_app;
revoke insert, update, delete on busy_time, person, billing_case, evaluation_case from telkonnet_app;
do $$ begin
  if to_regclass('_prisma_migrations') is not null then
    revoke all on _prisma_migrations from telkonnet_app;
  end if;
end $$;

-- Looking through the log by time and by organisation, and for a patient also in the events about many patients.
CREATE INDEX "event_log_at_id_idx" ON "event_log"("at", "id");
CREATE INDEX "event_log_actor_organisation_id_id_idx" ON "event_log"("actor_organisation_id", "id");
create index event_log_patient_ids on event_log using gin ((payload -> 'patientIds') jsonb_path_ops)
  where payload ? 'patientIds';

-- What the sealer saw last: every row up to last_id was written by a transaction below `below`. Once all those have
-- ended, no row with a lower id can appear any more, and the rows up to last_id can be sealed.
CREATE TABLE "seal_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last_id" BIGINT NOT NULL,
    "below" BIGINT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seal_horizon_pkey" PRIMARY KEY ("id")
);
alter table seal_horizon add constraint seal_horizon_single check (id = 1);
alter table seal_horizon enable row level security;
create policy system_all on seal_horizon using ((select app_is_system())) with check ((select app_is_system()));

-- The running numbers by which people speak of patients and requests, for whoever reads the log: no names.
create view audit_patient as
  select id, number, organisation_id from patient where (select app_role()) in ('privacy_officer', 'system');
create view audit_request as
  select id, number, patient_id from consult_request where (select app_role()) in ('privacy_officer', 'system');

grant select on audit_patient, audit_request to telkonnet_app;
revoke insert, update, delete, truncate on audit_patient, audit_request from telkonnet_app;

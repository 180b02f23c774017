-- What billing must know of a request, and no more: nobody's name. Beside the network administrator, each side sees
-- the cases that it sees anyway.
drop view billing_case;
create view billing_case as
  select r.id as request_id, r.number, r.kind::text as kind, r.specialty_code, s.group_code as speciality_group, r.diagnoses,
    btrim(r.question) <> '' and jsonb_array_length(r.diagnoses) > 0 as question_complete,
    p.id as patient_id, p.kvnr, p.birth_date, p.insurance_kind::text as insurance_kind, p.payer_ik, p.payer_name,
    rq.id as requester_id, rq.name as requester_name, rq.kind::text as requester_kind, rq.bsnr as requester_bsnr,
    rq.ik as requester_ik, r.requester_practitioner_id, rp.lanr as requester_lanr,
    pv.id as provider_id, pv.name as provider_name, pv.kind::text as provider_kind, pv.bsnr as provider_bsnr,
    pv.ik as provider_ik, r.provider_practitioner_id, pp.lanr as provider_lanr,
    k.giver::text as consent_giver, k.form::text as consent_form, k.recorded_at as consent_recorded_at,
    k.revoked_at as consent_revoked_at,
    c.started_at, c.closed_at, c.present_seconds, c.by_phone,
    (select min(t.finalised_at) from report t where t.request_id = r.id and t.state = 'final') as report_finalised_at
  from consult_request r
  join specialty s on s.code = r.specialty_code
  join patient p on p.id = r.patient_id
  join organisation rq on rq.id = r.requester_organisation_id
  join organisation pv on pv.id = r.provider_organisation_id
  left join practitioner rp on rp.id = r.requester_practitioner_id
  left join practitioner pp on pp.id = r.provider_practitioner_id
  left join consent k on k.id = r.consent_id
  left join consultation c on c.request_id = r.id
  where (select app_role()) in ('network_admin', 'system')
    or r.requester_organisation_id = (select app_organisation())
    or r.provider_department_id = (select app_department());
revoke insert, update, delete on billing_case from telkonnet_app;

-- Limits count per insured person, whoever keeps the record.
create index patient_insured on patient (kvnr) where kvnr is not null;
create index billable_event_quarter_occurred_at_request_id_code_idx on billable_event (quarter, occurred_at, request_id, code);

-- Only what may be billed leaves in a batch.
alter table billable_event
  add constraint billable_event_exported check (batch_id is null or status = 'billable'),
  add constraint billable_event_amount check (quantity > 0 and amount_cents >= 0);

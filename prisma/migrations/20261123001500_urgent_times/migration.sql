-- When an urgent request was raised, first rang, was accepted, had both sides in the room and ended: from the event log,
-- so that later corrections of a row do not change what is evaluated. Each is null until it has happened. Read only where
-- a column is asked for.
create or replace view evaluation_case as
  select r.id as request_id, r.kind::text as kind, r.status::text as status, r.urgency::text as urgency, r.specialty_code,
    rq.kind::text as requester_kind, rq.county_ags, r.created_at, r.planned_start, r.answer_due_at, r.answered_at, r.end_reason,
    u.raised_at, u.claimed_at, u.target_at, c.started_at, c.closed_at, c.present_seconds, c.outcome, c.by_phone,
    (select min(e.at) from event_log e where e.request_id = r.id and e.type = 'urgent.raised') as event_raised_at,
    (select min(e.at) from event_log e where e.request_id = r.id and e.type = 'urgent.rung'
      and e.payload -> 'rung' <> '[]') as event_first_rung_at,
    -- Who accepted and was lost, or handed it back, had not helped yet: the last one counts.
    (select max(e.at) from event_log e where e.request_id = r.id and e.type = 'urgent.claimed') as event_accepted_at,
    (select min(e.at) from event_log e where e.request_id = r.id and e.type = 'consultation.started') as event_both_in_room_at,
    (select max(e.at) from event_log e where e.request_id = r.id
      and e.type in ('consultation.closed', 'urgent.withdrawn')) as event_ended_at,
    u.level, u.ambulance_called_at,
    (select count(*)::int from event_log e where e.request_id = r.id and e.type = 'urgent.vanished') as vanished
  from consult_request r
  join organisation rq on rq.id = r.requester_organisation_id
  left join urgent_request u on u.request_id = r.id
  left join consultation c on c.request_id = r.id
  where (select app_role()) in ('evaluator', 'network_admin', 'system');

-- Whom an urgent request can ring is found by department.
create index account_department on account (department_id) where active;

-- What people say of a consultation afterwards: three answers, each with one tap.
-- CreateEnum
CREATE TYPE "Grade" AS ENUM ('yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "Trouble" AS ENUM ('none', 'joining', 'picture', 'sound', 'connection', 'device', 'other');

-- CreateTable
CREATE TABLE "consultation_feedback" (
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "worked" "Grade",
    "useful" "Grade",
    "trouble" "Trouble",
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_feedback_pkey" PRIMARY KEY ("consultation_id","account_id")
);

-- AddForeignKey
ALTER TABLE "consultation_feedback" ADD CONSTRAINT "consultation_feedback_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody gives and sees the own one alone, and only of a consultation that they sat in; it does not change after.
alter table consultation_feedback enable row level security;
create policy system_all on consultation_feedback using ((select app_is_system())) with check ((select app_is_system()));
create policy own on consultation_feedback for select using (account_id = (select app_account()));
create policy give on consultation_feedback for insert with check (
  account_id = (select app_account()) and exists (
    select 1 from participation p where p.consultation_id = consultation_feedback.consultation_id and p.account_id = (select app_account())
  )
);
grant select, insert on consultation_feedback to telkonnet_app;

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
    (select count(*)::int from event_log e where e.request_id = r.id and e.type = 'urgent.vanished') as vanished,
    -- What the participants said afterwards; null where nobody answered.
    (select bool_or(f.trouble <> 'none') from consultation_feedback f where f.consultation_id = c.id) as had_trouble,
    (select bool_and(f.useful = 'yes') from consultation_feedback f where f.consultation_id = c.id) as was_useful
  from consult_request r
  join organisation rq on rq.id = r.requester_organisation_id
  left join urgent_request u on u.request_id = r.id
  left join consultation c on c.request_id = r.id
  where (select app_role()) in ('evaluator', 'network_admin', 'system');

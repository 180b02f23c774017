-- CreateEnum
CREATE TYPE "MissedBy" AS ENUM ('requester', 'provider', 'both');

-- CreateEnum
CREATE TYPE "WaitingState" AS ENUM ('waiting', 'offered', 'placed', 'withdrawn');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('open', 'accepted', 'declined', 'expired', 'revoked');

-- DropForeignKey
ALTER TABLE "roster" DROP CONSTRAINT "roster_practitioner_id_fkey";

-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "attendance_corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "attendance_corrected_by" UUID,
ADD COLUMN     "attendance_reason" TEXT,
ADD COLUMN     "change_note" TEXT,
ADD COLUMN     "missed_by" "MissedBy",
ADD COLUMN     "overbook_reason" TEXT,
ADD COLUMN     "overbooked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pool_id" UUID,
ADD COLUMN     "provider_joined_at" TIMESTAMPTZ(3),
ADD COLUMN     "requester_joined_at" TIMESTAMPTZ(3),
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "series_index" SMALLINT,
ADD COLUMN     "waiting_id" UUID;

-- AlterTable
ALTER TABLE "roster" ADD COLUMN     "pool_id" UUID,
ALTER COLUMN "practitioner_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "pool" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_member" (
    "pool_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,

    CONSTRAINT "pool_member_pkey" PRIMARY KEY ("pool_id","practitioner_id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "department_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("department_id")
);

-- CreateTable
CREATE TABLE "booking_series" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "follow_up_of" UUID NOT NULL,
    "every_weeks" SMALLINT NOT NULL,
    "count" SMALLINT NOT NULL,
    "first_start_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "booked_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "specialty_code" TEXT NOT NULL,
    "department_id" UUID,
    "practitioner_id" UUID,
    "urgency" "Urgency" NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "parts_of_day" TEXT[],
    "weekdays" INTEGER[],
    "state" "WaitingState" NOT NULL DEFAULT 'waiting',
    "entered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waiting_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_offer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "waiting_id" UUID NOT NULL,
    "booking_id" UUID,
    "department_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "OfferState" NOT NULL DEFAULT 'open',
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pool_department_id_name_key" ON "pool"("department_id", "name");

-- CreateIndex
CREATE INDEX "pool_member_practitioner_id_idx" ON "pool_member"("practitioner_id");

-- CreateIndex
CREATE INDEX "booking_series_follow_up_of_idx" ON "booking_series"("follow_up_of");

-- CreateIndex
CREATE INDEX "waiting_entry_specialty_code_state_created_at_idx" ON "waiting_entry"("specialty_code", "state", "created_at");

-- CreateIndex
CREATE INDEX "waiting_entry_organisation_id_state_created_at_idx" ON "waiting_entry"("organisation_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_entry_request_id_key" ON "waiting_entry"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_offer_booking_id_key" ON "waiting_offer"("booking_id");

-- CreateIndex
CREATE INDEX "waiting_offer_waiting_id_offered_at_idx" ON "waiting_offer"("waiting_id", "offered_at");

-- CreateIndex
CREATE INDEX "waiting_offer_practitioner_id_start_at_idx" ON "waiting_offer"("practitioner_id", "start_at");

-- CreateIndex
CREATE INDEX "booking_pool_id_start_at_idx" ON "booking"("pool_id", "start_at");

-- CreateIndex
CREATE INDEX "booking_series_id_idx" ON "booking"("series_id");

-- CreateIndex
CREATE INDEX "roster_pool_id_idx" ON "roster"("pool_id");

-- AddForeignKey
ALTER TABLE "pool" ADD CONSTRAINT "pool_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pool"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pool"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "booking_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_waiting_id_fkey" FOREIGN KEY ("waiting_id") REFERENCES "waiting_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_offer" ADD CONSTRAINT "waiting_offer_waiting_id_fkey" FOREIGN KEY ("waiting_id") REFERENCES "waiting_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_offer" ADD CONSTRAINT "waiting_offer_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows is written by hand ------------------------------------------------------------------------------

alter table roster add constraint roster_owner check ((practitioner_id is null) <> (pool_id is null));
alter table booking
  add constraint booking_overbooked check (overbooked = (coalesce(overbook_reason, '') <> '')),
  add constraint booking_series check ((series_id is null) = (series_index is null));

-- Overbooking is deliberate, has a reason and is marked; everything else is refused.
alter table booking drop constraint booking_no_overlap;
alter table booking add constraint booking_no_overlap exclude using gist (
  practitioner_id with =,
  tstzrange(blocked_from, blocked_until, '[)') with &&
) where (state in ('held', 'booked') and not overbooked);

-- Booked times that have ended and are not settled yet.
create index booking_ending on booking (end_at) where state = 'booked';
-- One open offer per entry of the waiting list.
create unique index waiting_offer_open on waiting_offer (waiting_id) where state = 'open';
create index waiting_entry_open on waiting_entry (specialty_code, created_at) where state = 'waiting';

alter table waiting_entry
  add constraint waiting_entry_days check (until_day is null or until_day >= from_day),
  add constraint waiting_entry_wish check (
    weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and parts_of_day <@ array['morning', 'afternoon', 'evening']
  );

-- An offered time is held for the waiting list, not for the windows of whoever entered it there.
create or replace view busy_time as
  select practitioner_id, department_id, blocked_from, blocked_until, state, held_until,
    (booked_by_id = (select app_account()) and waiting_id is null) as own
  from booking where state in ('held', 'booked') and (select app_role()) <> '';

-- What a booking went through, for the two sides that have it. The event log itself is the privacy officer's.
create view booking_history as
  select e.id as event_id, b.id as booking_id, e.at, e.type, e.actor_account_id, e.actor_role, e.payload
  from booking b
  join event_log e on e.request_id = b.request_id and e.subject_kind = 'booking' and e.subject_id = b.id::text
  where (select app_is_system()) or b.organisation_id = (select app_organisation())
    or b.department_id = (select app_department());

-- Holds that have run out no longer hold: gone in the transaction that needs their time, whoever made them.
create function free_expired_holds(of uuid[], at timestamptz)
returns table (id uuid, practitioner_id uuid, department_id uuid, start_at timestamptz, waiting_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  delete from booking b where b.state = 'held' and b.held_until <= at and b.practitioner_id = any(of)
  returning b.id, b.practitioner_id, b.department_id, b.start_at, b.waiting_id
$$;

-- Which version of a department's plan holds (PlanVersion).
create function bump_plan_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid;
begin
  for touched in
    select distinct d from (
      select case when tg_op <> 'INSERT' then
        case when tg_table_name = 'pool_member' then (select p.department_id from pool p where p.id = (to_jsonb(old) ->> 'pool_id')::uuid)
        else (to_jsonb(old) ->> 'department_id')::uuid end end as d
      union all
      select case when tg_op <> 'DELETE' then
        case when tg_table_name = 'pool_member' then (select p.department_id from pool p where p.id = (to_jsonb(new) ->> 'pool_id')::uuid)
        else (to_jsonb(new) ->> 'department_id')::uuid end end
    ) as both_sides where d is not null
  loop
    insert into plan_version as v (department_id, version) values (touched, 1)
      on conflict (department_id) do update set version = v.version + 1;
  end loop;
  return null;
end $$;
create trigger roster_version after insert or update or delete on roster for each row execute function bump_plan_version();
create trigger roster_override_version after insert or update or delete on roster_override for each row execute function bump_plan_version();
create trigger absence_version after insert or update or delete on absence for each row execute function bump_plan_version();
create trigger pool_version after insert or update or delete on pool for each row execute function bump_plan_version();
create trigger pool_member_version after insert or update or delete on pool_member for each row execute function bump_plan_version();

-- Row-level security
alter table pool enable row level security;
alter table pool_member enable row level security;
alter table plan_version enable row level security;
alter table booking_series enable row level security;
alter table waiting_entry enable row level security;
alter table waiting_offer enable row level security;

create policy system_all on pool using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on pool_member using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on plan_version using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on booking_series using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on waiting_entry using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on waiting_offer using ((select app_is_system())) with check ((select app_is_system()));

create policy read_all on pool for select using ((select app_role()) <> '');
create policy read_all on pool_member for select using ((select app_role()) <> '');
create policy read_all on plan_version for select using ((select app_role()) <> '');
create policy keep on pool using (department_id = (select app_department())) with check (department_id = (select app_department()));
create policy keep on pool_member
  using (exists (select 1 from pool p where p.id = pool_id and p.department_id = (select app_department())))
  with check (exists (select 1 from pool p where p.id = pool_id and p.department_id = (select app_department())));
create policy sides on booking_series
  using (organisation_id = (select app_organisation()) or department_id = (select app_department()))
  with check (organisation_id = (select app_organisation()));

-- An entry names no patient: departments of its specialty see it before it is theirs.
create policy sides on waiting_entry using (
  organisation_id = (select app_organisation()) or department_id = (select app_department())
  or (department_id is null and specialty_code = (select d.specialty_code from department d where d.id = (select app_department())))
) with check (
  organisation_id = (select app_organisation()) or department_id = (select app_department())
  or (department_id is null and specialty_code = (select d.specialty_code from department d where d.id = (select app_department())))
);
create policy of_entry on waiting_offer using (exists (select 1 from waiting_entry w where w.id = waiting_id))
  with check (exists (select 1 from waiting_entry w where w.id = waiting_id));

-- Rights of the application's role
grant select, insert, update, delete on pool, pool_member, booking_series, waiting_entry, waiting_offer to telkonnet_app;
grant select on plan_version, booking_history to telkonnet_app;

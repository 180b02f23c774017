-- How an urgent request rings: steps, rings, who can be reached, levels, second specialists, swaps and gaps of the roster.
-- CreateEnum
CREATE TYPE "UrgentStep" AS ENUM ('primary', 'deputy', 'department', 'coordination');

-- CreateEnum
CREATE TYPE "RingAnswer" AS ENUM ('accepted', 'declined', 'later', 'stopped', 'lost', 'vanished');

-- CreateEnum
CREATE TYPE "HelperState" AS ENUM ('invited', 'joined', 'declined', 'left');

-- CreateEnum
CREATE TYPE "DutyStatus" AS ENUM ('ready', 'soon', 'away');

-- CreateEnum
CREATE TYPE "SwapState" AS ENUM ('offered', 'accepted', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "department" ADD COLUMN     "level" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "next_department_id" UUID;

-- AlterTable
ALTER TABLE "urgent_request" ADD COLUMN     "alarm" TEXT,
ADD COLUMN     "came_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "came_back_from_id" UUID,
ADD COLUMN     "came_back_reason" TEXT,
ADD COLUMN     "first_rung_at" TIMESTAMPTZ(3),
ADD COLUMN     "level" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "pin_note" TEXT,
ADD COLUMN     "pin_reason" TEXT,
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3),
ADD COLUMN     "pinned_by_id" UUID,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "skipped" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "step" "UrgentStep",
ADD COLUMN     "step_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "step_started_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "urgent_ring" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "step" "UrgentStep" NOT NULL,
    "rung_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "answer" "RingAnswer",
    "reason" TEXT,
    "until" TIMESTAMPTZ(3),
    "resumed_at" TIMESTAMPTZ(3),
    "missed_at" TIMESTAMPTZ(3),

    CONSTRAINT "urgent_ring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "urgent_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "is_question" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "urgent_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "urgent_helper" (
    "request_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "HelperState" NOT NULL DEFAULT 'invited',
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "urgent_helper_pkey" PRIMARY KEY ("request_id","account_id")
);

-- CreateTable
CREATE TABLE "urgent_setting" (
    "department_id" UUID NOT NULL,
    "urgency" "Urgency" NOT NULL,
    "target_seconds" INTEGER NOT NULL,
    "primary_seconds" INTEGER NOT NULL,
    "deputy_seconds" INTEGER NOT NULL,
    "department_seconds" INTEGER NOT NULL,

    CONSTRAINT "urgent_setting_pkey" PRIMARY KEY ("department_id","urgency")
);

-- CreateTable
CREATE TABLE "server_process" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "server_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "socket_id" TEXT NOT NULL,
    "server_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "presence_pkey" PRIMARY KEY ("socket_id")
);

-- CreateTable
CREATE TABLE "duty_status" (
    "account_id" UUID NOT NULL,
    "status" "DutyStatus" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duty_status_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "on_call_swap" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "department_id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "from_practitioner_id" UUID NOT NULL,
    "to_practitioner_id" UUID NOT NULL,
    "in_return_shift_id" UUID,
    "state" "SwapState" NOT NULL DEFAULT 'offered',
    "note" TEXT,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "on_call_swap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "on_call_gap_notice" (
    "department_id" UUID NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "notice" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "on_call_gap_notice_pkey" PRIMARY KEY ("department_id","start_at","notice")
);

-- CreateIndex
CREATE INDEX "urgent_ring_request_id_round_idx" ON "urgent_ring"("request_id", "round");

-- CreateIndex
CREATE INDEX "urgent_ring_account_id_idx" ON "urgent_ring"("account_id");

-- CreateIndex
CREATE INDEX "urgent_message_request_id_at_idx" ON "urgent_message"("request_id", "at");

-- CreateIndex
CREATE INDEX "urgent_helper_account_id_idx" ON "urgent_helper"("account_id");

-- CreateIndex
CREATE INDEX "presence_account_id_idx" ON "presence"("account_id");

-- CreateIndex
CREATE INDEX "presence_server_id_idx" ON "presence"("server_id");

-- CreateIndex
CREATE INDEX "on_call_swap_department_id_offered_at_idx" ON "on_call_swap"("department_id", "offered_at");

-- CreateIndex
CREATE INDEX "on_call_swap_shift_id_idx" ON "on_call_swap"("shift_id");

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_next_department_id_fkey" FOREIGN KEY ("next_department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urgent_ring" ADD CONSTRAINT "urgent_ring_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "urgent_request"("request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urgent_message" ADD CONSTRAINT "urgent_message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "urgent_request"("request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urgent_helper" ADD CONSTRAINT "urgent_helper_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "urgent_request"("request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "server_process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "on_call_swap" ADD CONSTRAINT "on_call_swap_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "on_call_shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "on_call_swap" ADD CONSTRAINT "on_call_swap_in_return_shift_id_fkey" FOREIGN KEY ("in_return_shift_id") REFERENCES "on_call_shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows is written by hand ------------------------------------------------------------------------------

-- What rings is neither taken nor over, and has begun.
alter table urgent_request
  add constraint urgent_request_rings check (step is null or (claimed_at is null and ended_at is null)),
  add constraint urgent_request_step check ((step is null) = (step_started_at is null) and (step is not null or step_due_at is null)),
  add constraint urgent_request_pin check ((pinned_at is null) = (pinned_by_id is null) and (pinned_at is null) = (pin_reason is null)),
  add constraint urgent_request_came_back check ((came_back_at is null) = (came_back_reason is null));
-- Nobody is rung twice at once for one request; a ring that has ended says how.
create unique index urgent_ring_open on urgent_ring (request_id, account_id) where ended_at is null;
alter table urgent_ring
  add constraint urgent_ring_answer check ((ended_at is null) = (answer is null)),
  add constraint urgent_ring_later check ((answer is not distinct from 'later') = (until is not null));
alter table urgent_setting
  add constraint urgent_setting_urgency check (urgency <> 'routine'),
  add constraint urgent_setting_seconds check (
    target_seconds between 60 and 86400 and primary_seconds between 10 and 86400
    and deputy_seconds between 10 and 86400 and department_seconds between 10 and 86400
  );
alter table department
  add constraint department_level check (level between 1 and 2),
  add constraint department_next_level check (next_department_id is distinct from id);
alter table on_call_swap add constraint on_call_swap_people check (from_practitioner_id <> to_practitioner_id);
create unique index on_call_swap_open on on_call_swap (shift_id) where state = 'offered';

-- What is looked at every two seconds: requests that ring, and open ones of a department.
create index urgent_request_ringing on urgent_request (step_due_at) where step is not null;
create index urgent_request_accepted on urgent_request (claimed_at) where claimed_at is not null and ended_at is null;
create index consult_request_urgent_open on consult_request (provider_department_id)
  where kind = 'urgent' and status in ('waiting', 'accepted', 'in_consultation');
create index urgent_ring_ringing on urgent_ring (account_id) where ended_at is null;

-- Requests of other departments that reach somebody: rung as next level, or joined as second specialist. Runs as the
-- owner: the policies of the tables that it reads ask for the request, whose policy asks this.
create function app_reached_requests() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(request_id), '{}') from (
    select request_id from urgent_ring where account_id = app_account() and ended_at is null
    union
    select request_id from urgent_helper where account_id = app_account() and state in ('invited', 'joined')
  ) as reached
  where app_role() in ('specialist', 'coordinator')
$$;
revoke all on function app_reached_requests() from public;
grant execute on function app_reached_requests() to telkonnet_app;

create policy reached on consult_request for select using (id = any ((select app_reached_requests())::uuid[]));
create policy reached_change on consult_request for update
  using (id = any ((select app_reached_requests())::uuid[])) with check (id = any ((select app_reached_requests())::uuid[]));
create policy reached on patient for select using (
  (select cardinality(app_reached_requests())) > 0 and
  exists (select 1 from consult_request r where r.patient_id = patient.id and r.id = any ((select app_reached_requests())::uuid[]))
);

-- Row-level security
alter table urgent_ring enable row level security;
alter table urgent_message enable row level security;
alter table urgent_helper enable row level security;
alter table urgent_setting enable row level security;
alter table server_process enable row level security;
alter table presence enable row level security;
alter table duty_status enable row level security;
alter table on_call_swap enable row level security;
alter table on_call_gap_notice enable row level security;

create policy system_all on urgent_ring using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on urgent_message using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on urgent_helper using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on urgent_setting using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on server_process using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on presence using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on duty_status using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on on_call_swap using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on on_call_gap_notice using ((select app_is_system())) with check ((select app_is_system()));

-- Rings are read by the two sides and written by the software alone; what hangs on a request is seen with it.
create policy of_request on urgent_ring for select using (exists (select 1 from consult_request r where r.id = request_id));
create policy of_request on urgent_message using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id) and by_id = (select app_account()));
create policy of_request on urgent_helper using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id) or account_id = (select app_account()));
create policy read_all on urgent_setting for select using ((select app_role()) <> '');
create policy keep on urgent_setting using (department_id = (select app_department())) with check (department_id = (select app_department()));
create policy own on duty_status using (account_id = (select app_account())) with check (account_id = (select app_account()));
create policy own on presence for select using (account_id = (select app_account()));
create policy of_department on on_call_swap using (department_id = (select app_department())) with check (department_id = (select app_department()));

-- Rights of the application's role
grant select, insert, update, delete on urgent_ring, urgent_helper, urgent_setting, server_process, presence, duty_status,
  on_call_swap, on_call_gap_notice to telkonnet_app;
grant select, insert on urgent_message to telkonnet_app;

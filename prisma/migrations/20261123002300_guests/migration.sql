-- People without an account in a consultation's room, by a link that works once; second specialists of booked consultations.
-- CreateEnum
CREATE TYPE "GuestKind" AS ENUM ('relative', 'guardian', 'interpreter', 'patient');

-- CreateEnum
CREATE TYPE "GuestState" AS ENUM ('invited', 'waiting', 'admitted', 'left', 'refused', 'revoked', 'expired');

-- CreateTable
CREATE TABLE "consultation_guest" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "GuestKind" NOT NULL,
    "language" TEXT NOT NULL,
    "side" "Side" NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "cookie_hash" CHAR(64),
    "state" "GuestState" NOT NULL DEFAULT 'invited',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_stay" (
    "id" UUID NOT NULL,
    "guest_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_helper" (
    "request_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "HelperState" NOT NULL DEFAULT 'invited',
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_helper_pkey" PRIMARY KEY ("request_id","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "consultation_guest_token_hash_key" ON "consultation_guest"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_guest_cookie_hash_key" ON "consultation_guest"("cookie_hash");

-- CreateIndex
CREATE INDEX "consultation_guest_request_id_idx" ON "consultation_guest"("request_id");

-- CreateIndex
CREATE INDEX "guest_stay_guest_id_idx" ON "guest_stay"("guest_id");

-- CreateIndex
CREATE INDEX "guest_stay_consultation_id_idx" ON "guest_stay"("consultation_id");

-- CreateIndex
CREATE INDEX "consultation_helper_account_id_idx" ON "consultation_helper"("account_id");

-- AddForeignKey
ALTER TABLE "consultation_guest" ADD CONSTRAINT "consultation_guest_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_stay" ADD CONSTRAINT "guest_stay_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "consultation_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_stay" ADD CONSTRAINT "guest_stay_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_helper" ADD CONSTRAINT "consultation_helper_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand ------------------------------------------------------------------------------

-- A link that was used belongs to one browser, and only a used one leads into the lobby and the room.
alter table consultation_guest
  add constraint consultation_guest_used check ((used_at is null) = (cookie_hash is null)),
  add constraint consultation_guest_state check (
    case state when 'invited' then used_at is null when 'revoked' then true when 'expired' then true else used_at is not null end
  ),
  add constraint consultation_guest_expiry check (expires_at > created_at),
  add constraint consultation_guest_language check (language in ('de', 'en'));
create unique index guest_stay_open on guest_stay (guest_id) where left_at is null;

-- A guest is nobody of the network: has no role, and is known by the row alone. Every policy that asks for a role,
-- an organisation or a department shows a guest nothing.
create function app_guest() returns uuid language sql stable
  return case when app_role() = '' then app_account() end;

-- All that a guest may know of the consultation. Runs as the owner, for the guest who asks only.
create function guest_room() returns table (
  kind text, status text, planned_start timestamptz, planned_end timestamptz, consultation_id uuid, consultation_state text,
  inviter text, organisation text
) language sql stable security definer set search_path = public, pg_temp as $$
  select r.kind::text, r.status::text, r.planned_start, r.planned_end, c.id, c.state::text, a.display_name, o.name
  from consultation_guest g join consult_request r on r.id = g.request_id
  left join consultation c on c.request_id = r.id
  join account a on a.id = g.invited_by_id join organisation o on o.id = a.organisation_id
  where g.id = app_guest()
$$;
create function guest_people() returns table (id uuid, name text, role text, organisation text, side text)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select c.id from consultation_guest g join consultation c on c.request_id = g.request_id
    where g.id = app_guest() and g.state = 'admitted'
  )
  select a.id, a.display_name, a.role::text, o.name, s.side::text
  from own join participation s on s.consultation_id = own.id
  join account a on a.id = s.account_id join organisation o on o.id = a.organisation_id
  union
  select g.id, g.name, g.kind::text, o.name, g.side::text
  from own join guest_stay s on s.consultation_id = own.id join consultation_guest g on g.id = s.guest_id
  join account a on a.id = g.invited_by_id join organisation o on o.id = a.organisation_id
$$;
revoke all on function guest_room(), guest_people() from public;
grant execute on function guest_room(), guest_people() to telkonnet_app;

-- A second specialist of a booked consultation is reached by it, too.
create or replace function app_reached_requests() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(request_id), '{}') from (
    select request_id from urgent_ring where account_id = app_account() and ended_at is null
    union
    select request_id from urgent_helper where account_id = app_account() and state in ('invited', 'joined')
    union
    select request_id from consultation_helper where account_id = app_account() and state in ('invited', 'joined')
  ) as reached
  where app_role() in ('specialist', 'coordinator')
$$;

-- Row-level security
alter table consultation_guest enable row level security;
alter table guest_stay enable row level security;
alter table consultation_helper enable row level security;
create policy system_all on consultation_guest using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on guest_stay using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on consultation_helper using ((select app_is_system())) with check ((select app_is_system()));
create policy of_request on consultation_guest using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id));
create policy own on consultation_guest for select using (id = (select app_guest()));
create policy own_move on consultation_guest for update using (id = (select app_guest()) and state in ('waiting', 'admitted', 'left'))
  with check (id = (select app_guest()) and state in ('waiting', 'left'));
create policy of_guest on guest_stay using (exists (select 1 from consultation_guest g where g.id = guest_id))
  with check (exists (select 1 from consultation_guest g where g.id = guest_id));
create policy of_request on consultation_helper using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id));

-- Rights of the application's role
grant select, insert, update, delete on consultation_guest, guest_stay, consultation_helper to telkonnet_app;

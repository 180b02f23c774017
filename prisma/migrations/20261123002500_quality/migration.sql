-- How good the lines into a room were.
-- CreateEnum
CREATE TYPE "LineRung" AS ENUM ('full', 'half', 'low', 'still', 'sound');

-- CreateTable
CREATE TABLE "consultation_quality" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "consultation_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seconds" SMALLINT NOT NULL,
    "rung" "LineRung" NOT NULL,
    "loss_in" REAL,
    "loss_out" REAL,
    "concealed" REAL,
    "jitter_ms" INTEGER,
    "round_trip_ms" INTEGER,
    "frozen_ms" INTEGER NOT NULL,
    "sent_bitrate" INTEGER NOT NULL,
    "received_bitrate" INTEGER NOT NULL,

    CONSTRAINT "consultation_quality_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consultation_quality_consultation_id_idx" ON "consultation_quality"("consultation_id");

-- CreateIndex
CREATE INDEX "consultation_quality_at_idx" ON "consultation_quality"("at");

-- What follows is written by hand ------------------------------------------------------------------------------

alter table consultation_quality
  add constraint consultation_quality_seconds check (seconds between 1 and 60),
  add constraint consultation_quality_shares check (
    loss_in between 0 and 1 and loss_out between 0 and 1 and concealed between 0 and 1
  ),
  add constraint consultation_quality_counts check (frozen_ms >= 0 and sent_bitrate >= 0 and received_bitrate >= 0);

-- One line per consultation, for "was there technical trouble": who sat where is no part of it. Trouble is a stretch
-- in which a line bore stills at most, a twentieth of what was heard was made up, or a picture stood for a third of the time.
create view consultation_line as
  select c.request_id, sum(q.seconds)::int as seconds, count(distinct q.seat_id)::int as seats,
    coalesce(sum(q.seconds) filter (
      where q.rung in ('still', 'sound') or q.concealed > 0.05 or q.frozen_ms > q.seconds * 333
    ), 0)::int as troubled_seconds,
    round(sum(q.frozen_ms) / 1000.0)::int as frozen_seconds,
    percentile_cont(0.5) within group (order by q.round_trip_ms)::int as round_trip_ms,
    max(q.rung) as lowest_rung
  from consultation_quality q join consultation c on c.id = q.consultation_id
  where (select app_role()) in ('evaluator', 'network_admin', 'system')
  group by c.request_id;

alter table consultation_quality enable row level security;
create policy system_all on consultation_quality using ((select app_is_system())) with check ((select app_is_system()));
grant select, insert, delete on consultation_quality to telkonnet_app;
grant select on consultation_line to telkonnet_app;

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('invitation', 'cancellation', 'remind_day', 'remind_minutes', 'offer', 'report');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('pending', 'sent', 'dropped', 'failed');

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "booking_id" UUID,
    "request_id" UUID,
    "offer_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "cause" TEXT NOT NULL,
    "booking_id" UUID,
    "sequence" INTEGER,
    "request_id" UUID,
    "offer_id" UUID,
    "start_at" TIMESTAMPTZ(3),
    "state" "MailState" NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "handed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "account_id" UUID NOT NULL,
    "bookings_in_app" BOOLEAN NOT NULL DEFAULT true,
    "bookings_email" BOOLEAN NOT NULL DEFAULT true,
    "waiting_in_app" BOOLEAN NOT NULL DEFAULT true,
    "waiting_email" BOOLEAN NOT NULL DEFAULT true,
    "reports_in_app" BOOLEAN NOT NULL DEFAULT true,
    "reports_email" BOOLEAN NOT NULL DEFAULT true,
    "reminders_in_app" BOOLEAN NOT NULL DEFAULT true,
    "reminders_email" BOOLEAN NOT NULL DEFAULT true,
    "remind_day" BOOLEAN NOT NULL DEFAULT true,
    "remind_minutes" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "account_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetched_at" TIMESTAMPTZ(3),
    "etag" CHAR(64),
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "notification_account_id_created_at_id_idx" ON "notification"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_account_id_cause_key" ON "notification"("account_id", "cause");

-- CreateIndex
CREATE INDEX "notification_created_at_idx" ON "notification"("created_at");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- CreateIndex
CREATE INDEX "mail_booking_id_idx" ON "mail"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_account_id_cause_key" ON "mail"("account_id", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows is written by hand ------------------------------------------------------------------------------

create index notification_unread on notification (account_id) where read_at is null;
-- What waits for the mail server, or was given up: counted for the administration.
create index mail_unsent on mail (state, created_at) where state in ('pending', 'failed');

-- Row-level security: each person the own notices and choices; what is sent is the software's alone.
alter table notification enable row level security;
alter table mail enable row level security;
alter table notification_settings enable row level security;
alter table calendar_feed enable row level security;

create policy system_all on notification using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on mail using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on notification_settings using ((select app_is_system())) with check ((select app_is_system()));
create policy system_all on calendar_feed using ((select app_is_system())) with check ((select app_is_system()));

create policy own_read on notification for select using (account_id = (select app_account()));
create policy own_mark on notification for update using (account_id = (select app_account())) with check (account_id = (select app_account()));
create policy own on notification_settings using (account_id = (select app_account())) with check (account_id = (select app_account()));
create policy own on calendar_feed using (account_id = (select app_account())) with check (account_id = (select app_account()));

-- Rights of the application's role
grant select, insert, update, delete on notification, mail, notification_settings, calendar_feed to telkonnet_app;

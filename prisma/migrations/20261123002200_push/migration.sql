-- CreateTable
CREATE TABLE "push_device" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_key" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "public_key" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,

    CONSTRAINT "push_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_device_endpoint_key" ON "push_device"("endpoint");

-- CreateIndex
CREATE INDEX "push_device_account_id_idx" ON "push_device"("account_id");

alter table push_key add constraint push_key_single check (id = 1);
alter table push_device enable row level security;
alter table push_key enable row level security;
create policy system_all on push_device using ((select app_is_system())) with check ((select app_is_system()));
create policy own on push_device using (account_id = (select app_account())) with check (account_id = (select app_account()));
create policy system_all on push_key using ((select app_is_system())) with check ((select app_is_system()));
grant select, insert, update, delete on push_device, push_key to telkonnet_app;

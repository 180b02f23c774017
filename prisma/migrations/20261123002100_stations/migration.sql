-- AlterTable
ALTER TABLE "account" ADD COLUMN     "pin_hash" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "station_id" UUID;

-- CreateTable
CREATE TABLE "station" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" CHAR(64) NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "registered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "station_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "station_token_hash_key" ON "station"("token_hash");

-- CreateIndex
CREATE INDEX "station_organisation_id_idx" ON "station"("organisation_id");

-- CreateIndex
CREATE INDEX "session_station_id_idx" ON "session"("station_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "station" ADD CONSTRAINT "station_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table station enable row level security;
create policy system_all on station using ((select app_is_system())) with check ((select app_is_system()));
create policy own on station using (organisation_id = (select app_organisation()))
  with check (organisation_id = (select app_organisation()));
grant select, insert, update, delete on station to telkonnet_app;

-- Everyone keeps the own PIN, too.
create or replace function guard_own_account() returns trigger language plpgsql as $$
begin
  if app_role() not in ('', 'system', 'network_admin') and
    to_jsonb(new) - array['locale', 'password_hash', 'password_expires_at', 'pin_hash']
      <> to_jsonb(old) - array['locale', 'password_hash', 'password_expires_at', 'pin_hash'] then
    raise exception 'account % may not change this itself', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

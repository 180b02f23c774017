-- What the asking house adds to an urgent request that is open.
-- CreateTable
CREATE TABLE "urgent_addition" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "situations" TEXT[],
    "note" TEXT,
    "onset" TEXT,
    "wanted" TEXT,
    "background" TEXT,
    "pictures" SMALLINT NOT NULL DEFAULT 0,
    "has_values" BOOLEAN NOT NULL DEFAULT false,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "urgent_addition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "urgent_addition_request_id_at_idx" ON "urgent_addition"("request_id", "at");

-- AddForeignKey
ALTER TABLE "urgent_addition" ADD CONSTRAINT "urgent_addition_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "urgent_request"("request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Seen with the request; written once, by the one who says it.
alter table urgent_addition enable row level security;
create policy system_all on urgent_addition using ((select app_is_system())) with check ((select app_is_system()));
create policy of_request on urgent_addition using (exists (select 1 from consult_request r where r.id = request_id))
  with check (exists (select 1 from consult_request r where r.id = request_id) and by_id = (select app_account()));
grant select, insert on urgent_addition to telkonnet_app;

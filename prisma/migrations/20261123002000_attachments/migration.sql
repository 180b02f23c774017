-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('wound', 'medication_plan', 'document', 'other');

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID,
    "kind" "AttachmentKind" NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_patient_id_taken_at_idx" ON "attachment"("patient_id", "taken_at" DESC);

-- CreateIndex
CREATE INDEX "attachment_request_id_idx" ON "attachment"("request_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- JPEG is compressed already.
alter table attachment alter column content set storage external;
alter table attachment add constraint attachment_size check (octet_length(content) between 1 and 8000000);
-- What was taken for a request that nobody sent.
create index attachment_loose on attachment (taken_at) where request_id is null;

-- The house that took it, and the department that was asked with it.
alter table attachment enable row level security;
create policy system_all on attachment using ((select app_is_system())) with check ((select app_is_system()));
create policy keeper on attachment using (organisation_id = (select app_organisation()))
  with check (organisation_id = (select app_organisation()) and exists (select 1 from patient p where p.id = patient_id));
create policy asked on attachment for select using (
  request_id is not null and exists (select 1 from consult_request r where r.id = request_id)
);
grant select, insert, update, delete on attachment to telkonnet_app;

-- NEWS2 is not for pregnancy, and scores oxygen by scale 2 only where a clinician has decided so.

-- AlterTable
ALTER TABLE "urgent_request" ADD COLUMN     "pregnant" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "oxygen_scale_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "scale" SMALLINT NOT NULL,
    "note" TEXT,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oxygen_scale_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "oxygen_scale_decision_patient_id_decided_at_idx" ON "oxygen_scale_decision"("patient_id", "decided_at" DESC);

-- AddForeignKey
ALTER TABLE "oxygen_scale_decision" ADD CONSTRAINT "oxygen_scale_decision_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: decisions are added, never changed, and by physicians only.
alter table oxygen_scale_decision
  add constraint oxygen_scale_decision_scale check (scale in (1, 2)),
  add constraint oxygen_scale_decision_note check (scale = 1 or coalesce(note, '') <> '');
alter table oxygen_scale_decision enable row level security;
create policy system_all on oxygen_scale_decision using ((select app_is_system())) with check ((select app_is_system()));
create policy of_patient on oxygen_scale_decision for select using (exists (select 1 from patient p where p.id = patient_id));
create policy decide on oxygen_scale_decision for insert with check (
  (select app_role()) in ('specialist', 'physician') and decided_by_id = (select app_account())
  and exists (select 1 from patient p where p.id = patient_id)
);
grant select, insert on oxygen_scale_decision to telkonnet_app;

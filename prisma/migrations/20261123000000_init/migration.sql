-- CreateEnum
CREATE TYPE "BillingStatus" AS ENUM ('billable', 'incomplete', 'not_billable');

-- CreateEnum
CREATE TYPE "ConsultationState" AS ENUM ('ready', 'running', 'closed');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('requester', 'provider');

-- CreateEnum
CREATE TYPE "CountyKind" AS ENUM ('city', 'district');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('hospital', 'practice', 'care_home', 'network');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('physician', 'assistant', 'nurse', 'home_manager', 'specialist', 'coordinator', 'network_admin', 'evaluator', 'privacy_officer');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male', 'other', 'unknown');

-- CreateEnum
CREATE TYPE "InsuranceKind" AS ENUM ('GKV', 'PKV', 'BG', 'SEL', 'SOZ');

-- CreateEnum
CREATE TYPE "ConsentGiver" AS ENUM ('patient', 'guardian', 'representative', 'presumed');

-- CreateEnum
CREATE TYPE "ConsentForm" AS ENUM ('written', 'verbal', 'electronic');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('draft', 'final');

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('scheduled', 'urgent', 'written');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('immediate', 'urgent', 'today', 'routine');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('waiting', 'accepted', 'planned', 'in_consultation', 'consulted', 'answered', 'cancelled', 'withdrawn', 'no_show');

-- CreateEnum
CREATE TYPE "Modality" AS ENUM ('video', 'urgent_reserve', 'written');

-- CreateEnum
CREATE TYPE "WeekPattern" AS ENUM ('every', 'odd', 'even');

-- CreateEnum
CREATE TYPE "AbsenceReason" AS ENUM ('leave', 'illness', 'training', 'other');

-- CreateEnum
CREATE TYPE "BookingState" AS ENUM ('held', 'booked', 'fulfilled', 'cancelled', 'no_show');

-- CreateEnum
CREATE TYPE "Consciousness" AS ENUM ('alert', 'confusion', 'voice', 'pain', 'unresponsive');

-- CreateEnum
CREATE TYPE "OnCallLevel" AS ENUM ('primary', 'deputy');

-- CreateTable
CREATE TABLE "event_log" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "actor_account_id" UUID,
    "actor_role" TEXT,
    "actor_organisation_id" UUID,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "patient_id" UUID,
    "request_id" UUID,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "transaction" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,

    CONSTRAINT "event_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_seal" (
    "id" BIGSERIAL NOT NULL,
    "first_id" BIGINT NOT NULL,
    "last_id" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_handled" (
    "subscriber" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_handled_pkey" PRIMARY KEY ("subscriber","event_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" CHAR(64) NOT NULL,
    "reply" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "billable_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "practitioner_id" UUID,
    "tariff" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "tariff_version" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "points" INTEGER,
    "amount_cents" INTEGER NOT NULL,
    "status" "BillingStatus" NOT NULL,
    "reasons" TEXT[],
    "batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "billable_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_batch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "quarter" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "sum_cents" INTEGER NOT NULL,
    "checksum" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "state" "ConsultationState" NOT NULL DEFAULT 'ready',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "present_seconds" INTEGER,
    "outcome" TEXT,
    "by_phone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "county" (
    "ags" CHAR(5) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "CountyKind" NOT NULL,

    CONSTRAINT "county_pkey" PRIMARY KEY ("ags")
);

-- CreateTable
CREATE TABLE "specialty" (
    "code" TEXT NOT NULL,
    "ihe_code" TEXT NOT NULL,
    "group_code" CHAR(2) NOT NULL,
    "name_de" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "specialty_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "bsnr" CHAR(9),
    "ik" CHAR(9),
    "street" TEXT NOT NULL,
    "postal_code" CHAR(5) NOT NULL,
    "city" TEXT NOT NULL,
    "county_ags" CHAR(5) NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "specialty_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practitioner" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "department_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "lanr" CHAR(9),
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "practitioner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "display_name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "department_id" UUID,
    "practitioner_id" UUID,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" CHAR(64) NOT NULL,
    "account_id" UUID NOT NULL,
    "csrf_token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kvnr" CHAR(10),
    "insurance_kind" "InsuranceKind" NOT NULL DEFAULT 'GKV',
    "payer_ik" CHAR(9),
    "payer_name" TEXT,
    "family_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "sex" "Sex" NOT NULL,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "room" TEXT,
    "phone" TEXT,
    "allergies" TEXT,
    "medication" TEXT,
    "guardian_name" TEXT,
    "guardian_phone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "giver" "ConsentGiver" NOT NULL,
    "giver_name" TEXT,
    "form" "ConsentForm" NOT NULL,
    "wording" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "ReportState" NOT NULL DEFAULT 'draft',
    "findings" TEXT NOT NULL DEFAULT '',
    "assessment" TEXT NOT NULL DEFAULT '',
    "recommendation" TEXT NOT NULL DEFAULT '',
    "diagnoses" JSONB NOT NULL DEFAULT '[]',
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finalised_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consult_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "status" "RequestStatus" NOT NULL,
    "urgency" "Urgency" NOT NULL,
    "patient_id" UUID NOT NULL,
    "requester_organisation_id" UUID NOT NULL,
    "requester_account_id" UUID NOT NULL,
    "requester_practitioner_id" UUID,
    "provider_organisation_id" UUID NOT NULL,
    "provider_department_id" UUID NOT NULL,
    "provider_practitioner_id" UUID,
    "specialty_code" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "background" TEXT,
    "diagnoses" JSONB NOT NULL DEFAULT '[]',
    "medication" TEXT,
    "allergies" TEXT,
    "consent_id" UUID,
    "answer_due_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_start" TIMESTAMPTZ(3),
    "planned_end" TIMESTAMPTZ(3),
    "consulted_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answer_read_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "end_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consult_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "department_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "from_time" CHAR(5) NOT NULL,
    "until_time" CHAR(5) NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "slot_minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "minimum_notice_minutes" INTEGER NOT NULL DEFAULT 0,
    "furthest_days_ahead" INTEGER NOT NULL DEFAULT 60,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "week_pattern" "WeekPattern" NOT NULL DEFAULT 'every',
    "modality" "Modality" NOT NULL DEFAULT 'video',
    "audience_counties" TEXT[],
    "audience_organisations" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_override" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "department_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "intervals" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "roster_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "department_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" "AbsenceReason" NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID,
    "organisation_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "state" "BookingState" NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_from" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "modality" "Modality" NOT NULL DEFAULT 'video',
    "booked_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "urgent_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "urgency" "Urgency" NOT NULL,
    "suggested_urgency" "Urgency" NOT NULL,
    "rules" TEXT NOT NULL,
    "urgency_reason" TEXT,
    "situations" TEXT[],
    "situation_note" TEXT,
    "callback_phone" TEXT NOT NULL,
    "news2" INTEGER,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "target_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "claimed_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ambulance_called_at" TIMESTAMPTZ(3),

    CONSTRAINT "urgent_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vital_signs" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "request_id" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "respiratory_rate" INTEGER,
    "oxygen_saturation" INTEGER,
    "on_oxygen" BOOLEAN,
    "systolic" INTEGER,
    "diastolic" INTEGER,
    "pulse" INTEGER,
    "consciousness" "Consciousness",
    "temperature" DECIMAL(3,1),
    "glucose" INTEGER,
    "pain" INTEGER,
    "news2" INTEGER,

    CONSTRAINT "vital_signs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "on_call_shift" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "department_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "level" "OnCallLevel" NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "on_call_shift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "event_log_type_id_idx" ON "event_log"("type", "id");

-- CreateIndex
CREATE INDEX "event_log_patient_id_id_idx" ON "event_log"("patient_id", "id");

-- CreateIndex
CREATE INDEX "event_log_request_id_id_idx" ON "event_log"("request_id", "id");

-- CreateIndex
CREATE INDEX "event_log_actor_account_id_id_idx" ON "event_log"("actor_account_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "billable_event_quarter_status_idx" ON "billable_event"("quarter", "status");

-- CreateIndex
CREATE INDEX "billable_event_batch_id_idx" ON "billable_event"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "billable_event_request_id_side_tariff_code_key" ON "billable_event"("request_id", "side", "tariff", "code");

-- CreateIndex
CREATE UNIQUE INDEX "export_batch_number_key" ON "export_batch"("number");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_request_id_key" ON "consultation"("request_id");

-- CreateIndex
CREATE INDEX "consultation_closed_at_idx" ON "consultation"("closed_at");

-- CreateIndex
CREATE INDEX "participation_consultation_id_idx" ON "participation"("consultation_id");

-- CreateIndex
CREATE INDEX "organisation_kind_county_ags_idx" ON "organisation"("kind", "county_ags");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_bsnr_key" ON "organisation"("bsnr");

-- CreateIndex
CREATE INDEX "department_organisation_id_idx" ON "department"("organisation_id");

-- CreateIndex
CREATE INDEX "department_specialty_code_idx" ON "department"("specialty_code");

-- CreateIndex
CREATE INDEX "practitioner_department_id_idx" ON "practitioner"("department_id");

-- CreateIndex
CREATE INDEX "practitioner_organisation_id_idx" ON "practitioner"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_organisation_id_idx" ON "account"("organisation_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "patient_organisation_id_family_name_given_name_idx" ON "patient"("organisation_id", "family_name", "given_name");

-- CreateIndex
CREATE UNIQUE INDEX "patient_organisation_id_kvnr_key" ON "patient"("organisation_id", "kvnr");

-- CreateIndex
CREATE UNIQUE INDEX "patient_number_key" ON "patient"("number");

-- CreateIndex
CREATE INDEX "consent_patient_id_idx" ON "consent"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_request_id_version_key" ON "report"("request_id", "version");

-- CreateIndex
CREATE INDEX "consult_request_requester_organisation_id_status_created_at_idx" ON "consult_request"("requester_organisation_id", "status", "created_at" DESC);

-- CreateIndex
CREATE INDEX "consult_request_provider_department_id_status_planned_start_idx" ON "consult_request"("provider_department_id", "status", "planned_start");

-- CreateIndex
CREATE INDEX "consult_request_provider_practitioner_id_planned_start_idx" ON "consult_request"("provider_practitioner_id", "planned_start");

-- CreateIndex
CREATE INDEX "consult_request_patient_id_idx" ON "consult_request"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "consult_request_number_key" ON "consult_request"("number");

-- CreateIndex
CREATE INDEX "roster_department_id_idx" ON "roster"("department_id");

-- CreateIndex
CREATE INDEX "roster_practitioner_id_idx" ON "roster"("practitioner_id");

-- CreateIndex
CREATE UNIQUE INDEX "roster_override_practitioner_id_day_key" ON "roster_override"("practitioner_id", "day");

-- CreateIndex
CREATE INDEX "absence_practitioner_id_start_at_idx" ON "absence"("practitioner_id", "start_at");

-- CreateIndex
CREATE INDEX "booking_practitioner_id_start_at_idx" ON "booking"("practitioner_id", "start_at");

-- CreateIndex
CREATE INDEX "booking_department_id_start_at_idx" ON "booking"("department_id", "start_at");

-- CreateIndex
CREATE INDEX "booking_request_id_idx" ON "booking"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "urgent_request_request_id_key" ON "urgent_request"("request_id");

-- CreateIndex
CREATE INDEX "urgent_request_claimed_at_ended_at_idx" ON "urgent_request"("claimed_at", "ended_at");

-- CreateIndex
CREATE INDEX "vital_signs_patient_id_taken_at_idx" ON "vital_signs"("patient_id", "taken_at" DESC);

-- CreateIndex
CREATE INDEX "vital_signs_request_id_idx" ON "vital_signs"("request_id");

-- CreateIndex
CREATE INDEX "on_call_shift_department_id_start_at_idx" ON "on_call_shift"("department_id", "start_at");

-- AddForeignKey
ALTER TABLE "billable_event" ADD CONSTRAINT "billable_event_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billable_event" ADD CONSTRAINT "billable_event_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "export_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_county_ags_fkey" FOREIGN KEY ("county_ags") REFERENCES "county"("ags") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_specialty_code_fkey" FOREIGN KEY ("specialty_code") REFERENCES "specialty"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practitioner" ADD CONSTRAINT "practitioner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practitioner" ADD CONSTRAINT "practitioner_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_requester_organisation_id_fkey" FOREIGN KEY ("requester_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_provider_organisation_id_fkey" FOREIGN KEY ("provider_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_provider_department_id_fkey" FOREIGN KEY ("provider_department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_requester_practitioner_id_fkey" FOREIGN KEY ("requester_practitioner_id") REFERENCES "practitioner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_provider_practitioner_id_fkey" FOREIGN KEY ("provider_practitioner_id") REFERENCES "practitioner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_request" ADD CONSTRAINT "consult_request_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_override" ADD CONSTRAINT "roster_override_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urgent_request" ADD CONSTRAINT "urgent_request_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vital_signs" ADD CONSTRAINT "vital_signs_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vital_signs" ADD CONSTRAINT "vital_signs_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "consult_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "on_call_shift" ADD CONSTRAINT "on_call_shift_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

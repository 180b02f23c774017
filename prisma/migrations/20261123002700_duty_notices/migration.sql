-- What coordinators and specialists are told of on-call shifts and alarms.
-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'on_call_gap';
ALTER TYPE "MailKind" ADD VALUE 'urgent_alarmed';
ALTER TYPE "MailKind" ADD VALUE 'swap_offered';
ALTER TYPE "MailKind" ADD VALUE 'swap_accepted';
ALTER TYPE "MailKind" ADD VALUE 'swap_declined';
ALTER TYPE "MailKind" ADD VALUE 'swap_withdrawn';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "swap_id" UUID;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "swap_id" UUID;

-- AlterTable
ALTER TABLE "notification_settings" ADD COLUMN     "on_call_email" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "on_call_in_app" BOOLEAN NOT NULL DEFAULT true;

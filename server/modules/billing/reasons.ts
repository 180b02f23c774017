/** Why an event is not (yet) billable, or what to look at although it is. Codes; the client says them in words. */

/** Nothing can change these: the event is `not_billable`. */
export const finalReasons = [
  /** Only a contracted physician can ask for a teleconsultation under the EBM. */
  'requester_not_contracted',
  'insurance_not_statutory',
  /** By phone alone, no video. */
  'phone_only',
  'consent_revoked',
  'too_short',
  'limit_per_treatment_case',
  'limit_per_specialty_group_case',
  'limit_per_illness_case',
  /** A surcharge whose base is not billable. */
  'base_not_billable',
] as const;
export type FinalReason = (typeof finalReasons)[number];

/** Somebody can still add what is missing: the event is `incomplete`. */
export const openReasons = [
  'consultation_running',
  'consent_missing',
  'question_missing',
  'request_not_electronic',
  'duration_missing',
  'report_missing',
  'report_not_sent',
  'report_not_electronic',
  'rate_unknown',
  'kvnr_missing',
  'kvnr_format',
  'kvnr_check_digit',
  'kvnr_example',
  'requester_lanr_missing',
  'requester_lanr_format',
  'requester_lanr_check_digit',
  'requester_lanr_pseudo',
  'requester_lanr_substitute',
  'requester_bsnr_missing',
  'requester_bsnr_format',
  'provider_lanr_missing',
  'provider_lanr_format',
  'provider_lanr_check_digit',
  'provider_lanr_pseudo',
  'provider_lanr_substitute',
  'provider_bsnr_missing',
  'provider_bsnr_format',
  'provider_ik_missing',
  'provider_ik_format',
  'provider_ik_check_digit',
] as const;
export type OpenReason = (typeof openReasons)[number];

/** The event is `billable`; a person should look. */
export const remarks = [
  /** Presumed will (§ 630d (1) BGB) instead of consent. */
  'consent_presumed',
  /** Video failed and the phone took over; its minutes are not counted. */
  'continued_by_phone',
  'contact_in_quarter_unconfirmed',
  /** Question outside the requester's field, or especially complex. */
  'precondition_unconfirmed',
  /** Sent through this platform, not by KIM. */
  'channel_unconfirmed',
  /** The amount is a placeholder. */
  'amount_not_agreed',
] as const;
export type Remark = (typeof remarks)[number];

export type BillingReason = FinalReason | OpenReason | Remark;
export const billingReasons: readonly BillingReason[] = [...finalReasons, ...openReasons, ...remarks];

/** What each kind of claim needs; each answers with the reasons that stand against it. Pure. */
import { checkBsnr, checkIk, checkLanr, type IdentifierCheck } from '../../kernel/identifiers.ts';
import { checkInsuranceNumber } from '../../kernel/insurance-number.ts';
import type { ConsultationFacts } from './facts.ts';
import { type BillingReason, type OpenReason, openReasons } from './reasons.ts';

type Facts = ConsultationFacts;
type Reasons = readonly BillingReason[];

const when = (holds: boolean, reason: BillingReason): Reasons => (holds ? [reason] : []);

/** It took place by video (or was asked for in writing), is over, and the patient agrees. */
export const held = ({ kind, bothPresentSeconds, byPhone, endedAt, consent }: Facts): Reasons => [
  ...when(kind !== 'written' && bothPresentSeconds === 0 && byPhone, 'phone_only'),
  ...when(kind !== 'written' && bothPresentSeconds > 0 && byPhone, 'continued_by_phone'),
  ...when(endedAt === null, 'consultation_running'),
  ...when(consent === 'revoked', 'consent_revoked'),
  ...when(consent === 'missing', 'consent_missing'),
  ...when(consent === 'presumed', 'consent_presumed'),
];

/** EBM: between a contracted physician and a statutory insurance, both identified. */
export const contracted = ({ requester, patient }: Facts): Reasons => [
  ...when(requester.kind !== 'practice', 'requester_not_contracted'),
  ...when(patient.insurance !== 'GKV', 'insurance_not_statutory'),
  ...insuranceNumber(patient.kvnr),
  ...identifier('requester', checkLanr(requester.lanr)),
  ...identifier('requester', checkBsnr(requester.bsnr)),
];

/** 01670: question and data put together and sent electronically. */
export const asked = (facts: Facts): Reasons => [
  ...when(!facts.questionComplete, 'question_missing'),
  ...when(!facts.requestElectronic, 'request_not_electronic'),
  ...when(!facts.contactInQuarter, 'contact_in_quarter_unconfirmed'),
  ...when(!facts.preconditionConfirmed, 'precondition_unconfirmed'),
];

/** 01671: identified consultant; a hospital by its institution number, whatever number its physician has. */
export const consultant = ({ provider }: Facts): Reasons =>
  provider.kind === 'hospital'
    ? identifier('provider', checkIk(provider.ik))
    : [
        ...identifier('provider', checkLanr(provider.lanr)),
        ...identifier('provider', checkBsnr(provider.bsnr)),
      ];

/** A final written report that reached the requester electronically. */
export function reported({ reportFinalisedAt, reportChannel }: Facts): Reasons {
  if (reportFinalisedAt === null) return ['report_missing'];
  if (reportChannel === null) return ['report_not_sent'];
  if (reportChannel === 'fax' || reportChannel === 'post') return ['report_not_electronic'];
  return when(reportChannel === 'platform', 'channel_unconfirmed');
}

/** Seconds that count: both in the room, or the documented time of a written assessment; null = not documented. */
export const countedSeconds = ({ kind, bothPresentSeconds, documentedSeconds }: Facts): number | null =>
  kind === 'written' ? documentedSeconds : bothPresentSeconds;

export function lasted(facts: Facts, minimumSeconds: number): Reasons {
  const seconds = countedSeconds(facts);
  if (seconds === null) return ['duration_missing'];
  // While it runs, a short time can still become a long one.
  return when(seconds < minimumSeconds && facts.endedAt !== null, 'too_short');
}

function insuranceNumber(kvnr: string | null): Reasons {
  const check = checkInsuranceNumber(kvnr);
  return check.verdict === 'valid' ? [] : [check.problem];
}

/** Warnings that name somebody unknown stand against a claim; an unknown KV area does not. */
function identifier(side: 'requester' | 'provider', check: IdentifierCheck): Reasons {
  if (check.verdict === 'valid') return [];
  const reason = `${side}_${check.problem}`;
  return openReasons.filter((one): one is OpenReason => one === reason);
}

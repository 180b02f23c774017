import type { EpochMs } from '../../kernel/zoned-time.ts';
import type { Side, TariffName } from './tariffs/tariff.ts';

/** What happened, as far as billing cares. Ids, numbers and codes only. */
export type ConsultationFacts = {
  requestId: string;
  kind: 'scheduled' | 'urgent' | 'written';
  patient: {
    id: string;
    kvnr: string | null;
    insurance: 'GKV' | 'PKV' | 'BG' | 'SEL' | 'SOZ';
    payerIk: string | null;
  };
  requester: {
    organisationId: string;
    /** Only `practice` is a contracted physician. */
    kind: 'practice' | 'care_home' | 'hospital' | 'network';
    practitionerId: string | null;
    lanr: string | null;
    bsnr: string | null;
  };
  provider: {
    organisationId: string;
    /** A hospital physician needs no authorisation (Ermächtigung) and bills by the hospital's IK. */
    kind: 'hospital' | 'practice' | 'care_home' | 'network';
    practitionerId: string | null;
    lanr: string | null;
    bsnr: string | null;
    ik: string | null;
    /** Fachgruppencode, two digits. */
    specialityGroup: string;
  };
  /** Both sides first met (written: the assessment began); null = it did not take place. */
  startedAt: EpochMs | null;
  /** Null while it runs. */
  endedAt: EpochMs | null;
  /** Seconds during which both sides were in the room together. */
  bothPresentSeconds: number;
  /** It was held or continued by phone; seconds on the phone count for nothing. */
  byPhone: boolean;
  /** Written consultations: the consultant's documented working time; null = not documented. */
  documentedSeconds: number | null;
  consent: 'given' | 'presumed' | 'missing' | 'revoked';
  /** The request carries a question and the data it needs. */
  questionComplete: boolean;
  /** The request reached the consultant electronically. */
  requestElectronic: boolean;
  reportFinalisedAt: EpochMs | null;
  /** How the final report reached the requester; null = not yet. */
  reportChannel: 'kim' | 'platform' | 'fax' | 'post' | null;
  /** The requester has seen the patient in this quarter, as far as it is known here. */
  contactInQuarter: boolean;
  /** The question lies outside the requester's own field, or was declared especially complex. */
  preconditionConfirmed: boolean;
};

export type BillingStatus = 'billable' | 'incomplete' | 'not_billable';

/** A decided event of another consultation, as the limits count it. */
export type PastEvent = {
  requestId: string;
  tariff: TariffName;
  code: string;
  side: Side;
  organisationId: string;
  specialityGroup: string | null;
  patientId: string;
  kvnr: string | null;
  payerIk: string | null;
  /** e.g. `2026Q4`. */
  quarter: string;
  quantity: number;
  status: BillingStatus;
};

import { specialityGroupOf } from '../../kernel/identifiers.ts';
import { quarterAt } from '../../kernel/zoned-time.ts';
import type { BillingCase } from './billing-case.ts';
import type { ConsultationFacts } from './facts.ts';

/** What the rules judge, from what is stored. Pure. */
export function factsOf(row: BillingCase): ConsultationFacts {
  return {
    requestId: row.requestId,
    kind: row.kind,
    patient: { id: row.patientId, kvnr: row.kvnr, insurance: row.insuranceKind, payerIk: row.payerIk },
    requester: {
      organisationId: row.requesterId,
      kind: row.requesterKind,
      practitionerId: row.requesterPractitionerId,
      lanr: row.requesterLanr,
      bsnr: row.requesterBsnr,
    },
    provider: {
      organisationId: row.providerId,
      kind: row.providerKind,
      practitionerId: row.providerPractitionerId,
      lanr: row.providerLanr,
      bsnr: row.providerBsnr,
      ik: row.providerIk,
      specialityGroup: row.specialityGroup,
    },
    startedAt: row.startedAt?.getTime() ?? null,
    endedAt: row.closedAt?.getTime() ?? null,
    bothPresentSeconds: row.presentSeconds ?? 0,
    byPhone: row.byPhone ?? false,
    documentedSeconds: null,
    consent: consentOf(row),
    questionComplete: row.questionComplete,
    // Requests are made and reports delivered on this platform; there is no other way yet.
    requestElectronic: true,
    reportFinalisedAt: row.reportFinalisedAt?.getTime() ?? null,
    reportChannel: row.reportFinalisedAt && 'platform',
    contactInQuarter: hadContact(row),
    preconditionConfirmed: isOutsideOwnField(row),
  };
}

/** A consent that is taken back counts until then (Art. 7 (3) GDPR): what began before stays lawful. */
function consentOf(row: BillingCase): ConsultationFacts['consent'] {
  if (row.consentGiver === null) return 'missing';
  const began = row.startedAt ?? row.closedAt;
  if (row.consentRevokedAt && (!began || row.consentRevokedAt <= began)) return 'revoked';
  return row.consentGiver === 'presumed' ? 'presumed' : 'given';
}

/** Who signs a consent in the practice has been there. Other contacts stand in the practice's own records only. */
function hadContact({ consentGiver, consentForm, consentRecordedAt, startedAt }: BillingCase): boolean {
  if (consentGiver !== 'patient' || consentForm !== 'written' || !consentRecordedAt || !startedAt)
    return false;
  return quarterAt(consentRecordedAt.getTime()) === quarterAt(startedAt.getTime());
}

/** The question goes to another speciality group than the requester's own. Within one group somebody must declare it. */
function isOutsideOwnField({ requesterLanr, specialityGroup }: BillingCase): boolean {
  return requesterLanr !== null && specialityGroupOf(requesterLanr) !== specialityGroup;
}

import type { Prisma } from '../../server/kernel/generated/client.ts';
import type { TestApp } from './app.ts';
import { accounts, departments, organisations, practitioners } from './world.ts';

const minute = 60_000;

export type Consulted = {
  /** Start of the consultation. */
  at?: string;
  /** Minutes during which both sides were in the room; 0 = they never met. */
  minutes?: number;
  report?: boolean;
  consent?: 'written' | 'verbal' | 'presumed' | 'none' | 'revoked';
  from?: 'practice' | 'otherPractice' | 'careHome';
  department?: 'cardiology' | 'neurology';
  patientId?: string;
  patient?: Partial<Prisma.PatientUncheckedCreateInput>;
  request?: Partial<Prisma.ConsultRequestUncheckedCreateInput>;
  consultation?: Partial<Prisma.ConsultationUncheckedCreateInput>;
};

const askers = { practice: 'physician', otherPractice: 'otherPhysician', careHome: 'nurse' } as const;
const answerers = { cardiology: 'specialist', neurology: 'neurologist' } as const;

/** Numbers with which both sides may bill; those of `world.ts` are made up freely. */
export const giveNumbers = async ({ database }: TestApp): Promise<void> => {
  await database.sql(`UPDATE organisation SET ik = '260326822' WHERE kind = 'hospital'`);
  await database.sql(`UPDATE practitioner SET lanr = '123456601' WHERE id = $1`, [
    practitioners.physician.id,
  ]);
};

/** A consultation that is over, as the modules before billing leave it behind, with their events. */
export const consult = async (
  { deps }: TestApp,
  change: Consulted = {},
): Promise<{ requestId: string; patientId: string }> => {
  const {
    minutes = 12,
    report = true,
    consent = 'written',
    from = 'practice',
    department = 'cardiology',
  } = change;
  const at = new Date(change.at ?? '2026-11-23T09:00:00Z');
  const closedAt = new Date(at.getTime() + minutes * minute);
  const asker = askers[from];
  const answerer = answerers[department];
  const organisationId = organisations[from].id;
  return deps.db.system(async (tx) => {
    const patientId =
      change.patientId ??
      (
        await tx.patient.create({
          data: {
            organisationId,
            kvnr: 'A123456780',
            payerIk: '109519005',
            payerName: 'Testkasse',
            familyName: 'Musterfrau',
            givenName: 'Erika',
            birthDate: new Date('1948-05-12'),
            sex: 'female',
            ...change.patient,
          },
        })
      ).id;
    const given =
      consent === 'none'
        ? null
        : await tx.consent.create({
            data: {
              patientId,
              giver: consent === 'presumed' ? 'presumed' : 'patient',
              form: consent === 'written' || consent === 'revoked' ? 'written' : 'verbal',
              wording: 'test',
              recordedById: accounts[asker].id,
              recordedAt: new Date(at.getTime() - 60 * minute),
              revokedAt: consent === 'revoked' ? new Date(at.getTime() - minute) : null,
            },
          });
    const { id: requestId } = await tx.consultRequest.create({
      data: {
        kind: from === 'careHome' ? 'urgent' : 'scheduled',
        status: report ? 'answered' : 'consulted',
        urgency: from === 'careHome' ? 'urgent' : 'routine',
        patientId,
        requesterOrganisationId: organisationId,
        requesterAccountId: accounts[asker].id,
        requesterPractitionerId: asker === 'nurse' ? null : practitioners[asker].id,
        providerOrganisationId: organisations.hospital.id,
        providerDepartmentId: departments[department].id,
        providerPractitionerId: practitioners[answerer].id,
        specialtyCode: department,
        question: 'Dosis?',
        diagnoses: [{ code: 'I48.0', title: 'Vorhofflimmern', certainty: 'G' }],
        consentId: given?.id ?? null,
        answerDueAt: new Date(at.getTime() + 24 * 60 * minute),
        ...change.request,
      },
    });
    const consultation = await tx.consultation.create({
      data: {
        requestId,
        state: 'closed',
        openedAt: at,
        startedAt: minutes > 0 ? at : null,
        closedAt,
        presentSeconds: minutes * 60,
        ...change.consultation,
      },
    });
    await deps.record(tx, null, {
      type: 'consultation.closed',
      subject: { kind: 'consultation', id: consultation.id },
      patientId,
      requestId,
    });
    if (report)
      await finalise(deps, tx, requestId, new Date(closedAt.getTime() + 9 * minute), accounts[answerer].id);
    return { requestId, patientId };
  });
};

/** The final report of a consultation that had none. */
export const report = ({ deps }: TestApp, requestId: string, at: string): Promise<void> =>
  deps.db.system((tx) => finalise(deps, tx, requestId, new Date(at), accounts.specialist.id));

async function finalise(
  deps: TestApp['deps'],
  tx: Prisma.TransactionClient,
  requestId: string,
  at: Date,
  authorId: string,
): Promise<void> {
  const { id } = await tx.report.create({
    data: { requestId, version: 1, state: 'final', assessment: 'x', authorId, finalisedAt: at },
  });
  await deps.record(tx, null, { type: 'report.finalised', subject: { kind: 'report', id }, requestId });
}

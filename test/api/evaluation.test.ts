import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { accounts, departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T09:00:00Z' });
});
afterAll(() => app.close());

const ask = async (name: Parameters<TestApp['signIn']>[0], query: Record<string, string>) =>
  (await app.signIn(name)).get('/api/evaluation/statistics').query(query);

/** Urgent requests of one care home on one day, each met after `minutes`. */
async function urgentRequests(count: number, day: string, minutes: number): Promise<void> {
  await app.deps.db.system(async (tx) => {
    const patient = await tx.patient.create({
      data: {
        organisationId: organisations.careHome.id,
        familyName: 'Muster',
        givenName: 'A',
        birthDate: new Date('1940-01-01'),
        sex: 'female',
      },
    });
    for (let n = 0; n < count; n += 1) {
      const raisedAt = new Date(`${day}T10:0${n % 10}:00Z`);
      const startedAt = new Date(raisedAt.getTime() + minutes * 60_000);
      const request = await tx.consultRequest.create({
        data: {
          kind: 'urgent',
          status: 'answered',
          urgency: 'urgent',
          patientId: patient.id,
          requesterOrganisationId: organisations.careHome.id,
          requesterAccountId: accounts.nurse.id,
          providerOrganisationId: organisations.hospital.id,
          providerDepartmentId: departments.cardiology.id,
          providerPractitionerId: practitioners.specialist.id,
          specialtyCode: 'cardiology',
          question: 'x',
          answerDueAt: new Date(startedAt.getTime() + 86_400_000),
          answeredAt: new Date(startedAt.getTime() + 3_600_000),
          createdAt: raisedAt,
        },
      });
      await tx.urgentRequest.create({
        data: {
          requestId: request.id,
          urgency: 'urgent',
          suggestedUrgency: 'urgent',
          rules: '2026.1',
          callbackPhone: '1',
          raisedAt,
          targetAt: new Date(raisedAt.getTime() + 15 * 60_000),
        },
      });
      await tx.consultation.create({
        data: {
          requestId: request.id,
          state: 'closed',
          openedAt: startedAt,
          startedAt,
          closedAt: new Date(startedAt.getTime() + 600_000),
          presentSeconds: 600,
          outcome: n % 2 ? 'stays' : 'admission',
        },
      });
    }
  });
}

it('counts a period in calendar days of the region and withholds what stands on fewer than five', async () => {
  await urgentRequests(6, '2026-10-05', 10);
  await urgentRequests(2, '2026-11-05', 30);
  const { status, body } = await ask('evaluator', { from: '2026-10-01', until: '2026-12-01' });
  expect(status).toBe(200);
  expect(body.total).toMatchObject({
    requests: 8,
    consultations: 8,
    secondsToDoctor: 600,
    withinTarget: 0.75,
    stayed: 0.5,
    answeredInTime: 1,
  });
  expect(body.months).toEqual([
    expect.objectContaining({
      month: '2026-10',
      figures: expect.objectContaining({ requests: 6, withinTarget: 1 }),
    }),
    expect.objectContaining({
      month: '2026-11',
      figures: expect.objectContaining({ requests: null, withinTarget: null, secondsToDoctor: null }),
    }),
  ]);
  expect(body.specialties).toEqual([expect.objectContaining({ code: 'cardiology' })]);
});

it('is for evaluation and network administration alone', async () => {
  for (const name of ['physician', 'nurse', 'specialist', 'privacyOfficer'] as const) {
    expect((await ask(name, { from: '2026-10-01', until: '2026-12-01' })).status).toBe(403);
  }
});

it('shows the evaluator no row of a request or patient, whatever the code asks', async () => {
  const evaluator = {
    accountId: accounts.evaluator.id,
    role: 'evaluator',
    displayName: '',
    organisationId: organisations.network.id,
    organisationKind: 'network',
    departmentId: null,
    practitionerId: null,
  } as const;
  const seen = await app.deps.db.as(evaluator, async (tx) => [
    await tx.patient.count(),
    await tx.consultRequest.count(),
    await tx.report.count(),
  ]);
  expect(seen).toEqual([0, 0, 0]);
});

it('refuses a period that ends before it begins, at its field', async () => {
  const { status, body } = await ask('evaluator', { from: '2026-10-01', until: '2026-09-01' });
  expect(status).toBe(422);
  expect(body.error.fields).toEqual({ until: 'period_invalid' });
});

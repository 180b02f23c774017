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

type Course = {
  urgency?: 'immediate' | 'urgent' | 'today';
  /** Of the department, in s. */
  target?: number;
  /** Until the first ring and until both are in the room, in s; null: never. */
  rung?: number | null;
  met: number | null;
  withdrawn?: boolean;
};

/** Urgent requests of one care home on one day, each with its moments in the event log. */
async function urgentRequests(day: string, courses: readonly Course[]): Promise<void> {
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
    for (const [n, course] of courses.entries()) {
      const { urgency = 'urgent', target = 900, rung = 2, met, withdrawn = false } = course;
      const raisedAt = new Date(`${day}T10:0${n % 10}:00Z`);
      const after = (seconds: number) => new Date(raisedAt.getTime() + seconds * 1000);
      // The row may say something else: it can be corrected, the log cannot.
      const startedAt = met === null ? null : after(met + 7);
      const request = await tx.consultRequest.create({
        data: {
          kind: 'urgent',
          status: withdrawn ? 'withdrawn' : 'answered',
          urgency,
          patientId: patient.id,
          requesterOrganisationId: organisations.careHome.id,
          requesterAccountId: accounts.nurse.id,
          providerOrganisationId: organisations.hospital.id,
          providerDepartmentId: departments.cardiology.id,
          providerPractitionerId: practitioners.specialist.id,
          specialtyCode: 'cardiology',
          question: 'x',
          answerDueAt: after(86_400),
          answeredAt: withdrawn ? null : after(7200),
          createdAt: raisedAt,
        },
      });
      await tx.urgentRequest.create({
        data: {
          requestId: request.id,
          urgency,
          suggestedUrgency: urgency,
          rules: '2026.1',
          callbackPhone: '1',
          raisedAt,
          targetAt: after(target),
        },
      });
      const events = [
        ['urgent.raised', 0, {}],
        // Nobody could be reached: this is no ring.
        ['urgent.rung', 0, { rung: [] }],
        ['urgent.rung', rung, { rung: [accounts.specialist.id] }],
        ['urgent.rung', rung === null ? null : rung + 40, { rung: [accounts.secondSpecialist.id] }],
        ['consultation.started', met, {}],
        ['consultation.started', met === null ? null : met + 300, {}],
      ] as const;
      for (const [type, seconds, payload] of events) {
        if (seconds === null) continue;
        const subject = { subjectKind: 'request', subjectId: request.id, requestId: request.id };
        await tx.eventLog.create({ data: { type, at: after(seconds), ...subject, payload } });
      }
      if (startedAt === null) continue;
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

const all = (count: number, met: number): Course[] => Array.from({ length: count }, () => ({ met }));

it('counts a period in calendar days of the region and withholds what stands on fewer than five', async () => {
  await urgentRequests('2026-10-05', all(6, 600));
  await urgentRequests('2026-11-05', all(2, 1800));
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

it('takes the times of urgent requests from the event log, to the second, and by urgency against the own target', async () => {
  await urgentRequests('2026-08-03', [
    // A department that has set itself two minutes.
    { urgency: 'immediate', target: 120, rung: 1, met: 119 },
    { urgency: 'immediate', target: 120, rung: 2, met: 120 },
    { urgency: 'immediate', target: 120, rung: 3, met: 121 },
    { urgency: 'immediate', target: 120, rung: 4, met: 181 },
    { urgency: 'immediate', target: 120, rung: null, met: null },
    { urgency: 'immediate', target: 120, rung: 91, met: 233.5 },
    // Does not count: the house took it back.
    { urgency: 'immediate', target: 120, rung: 5, met: null, withdrawn: true },
    ...Array.from({ length: 5 }, (_, n) => ({ urgency: 'today' as const, target: 14_400, met: 3600 + n })),
    // Too few to be told.
    ...Array.from({ length: 4 }, () => ({ urgency: 'urgent' as const, met: 60 })),
  ]);
  const { body } = await ask('evaluator', { from: '2026-08-01', until: '2026-09-01' });
  expect(body.urgencies.map(({ urgency }: { urgency: string }) => urgency)).toEqual([
    'immediate',
    'urgent',
    'today',
  ]);
  const [immediate, urgent, today] = body.urgencies.map(({ figures }: { figures: object }) => figures);
  expect(immediate).toMatchObject({
    requests: 7,
    consultations: 5,
    // 119, 120, 121, 181, 233.5
    secondsToDoctor: 121,
    // 1, 2, 3, 4, 5, 91
    secondsToRing: 3.5,
    // Two of the six that were not taken back.
    withinTarget: 2 / 6,
  });
  expect(urgent).toMatchObject({
    requests: null,
    secondsToDoctor: null,
    secondsToRing: null,
    withinTarget: null,
  });
  expect(today).toMatchObject({ secondsToDoctor: 3602, secondsToRing: 2, withinTarget: 1 });
  // Fourteen were met; these two are in the middle.
  expect(body.total).toMatchObject({ requests: 16, secondsToDoctor: (181 + 121) / 2 });
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

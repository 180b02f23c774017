import { createTestApp, type TestApp } from './app.ts';
import { consult, giveNumbers } from './consulted.ts';

export const quarter = '2026Q4';
const people = ['A123456780', 'T123456780', 'X110411675', 'K220635158', 'A000500015'];

/** The network's administration, which closes the quarter's batches. */
export const openExporting = async () => {
  const app: TestApp = await createTestApp({ now: '2026-11-23T12:00:00Z' });
  await giveNumbers(app);
  const admin = await app.signIn('networkAdmin');
  let taken = 0;
  return {
    app,
    admin,
    /** A person's first consultation of the quarter: 01670 and 01671 are billable. */
    billable: (change: Parameters<typeof consult>[1] = {}) => {
      const kvnr = people[taken];
      if (!kvnr) throw new Error('no insurance number left for another person');
      taken += 1;
      return consult(app, { ...change, patient: { kvnr, ...change.patient } });
    },
    preview: () => admin.get('/api/billing/exports/preview').query({ quarter }),
    exportNow: (expected?: { rows: number; sumCents: number }) =>
      admin.post('/api/billing/exports').send({ quarter, ...(expected ? { expected } : {}) }),
    bytesOf: (id: string) =>
      admin
        .get(`/api/billing/exports/${id}/file`)
        .buffer(true)
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => done(null, Buffer.concat(parts)));
        }),
  };
};
export type Exporting = Awaited<ReturnType<typeof openExporting>>;

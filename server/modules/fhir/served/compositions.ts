import type { Prisma } from '../../../kernel/generated/client.ts';
import { compositionSelect, toComposition } from '../mappers/composition.ts';
import { codeOf, onInstant, refersTo } from '../search/clauses.ts';
import { serve } from './serve.ts';

type Where = Prisma.ReportWhereInput;

const ofPatient = refersTo('Patient', (patientId): Where => ({ request: { patientId } }));

export const compositions = serve({
  type: 'Composition',
  clinical: true,
  documentation: 'Final consultation reports, one per version; an amended one replaces the version before.',
  params: {
    patient: { type: 'reference', documentation: 'The patient', where: ofPatient },
    subject: { type: 'reference', documentation: 'The patient', where: ofPatient },
    encounter: {
      type: 'reference',
      documentation: 'The teleconsultation',
      where: refersTo('Encounter', (requestId): Where => ({ requestId })),
    },
    date: {
      type: 'date',
      documentation: 'When it became final',
      where: onInstant((finalisedAt): Where => ({ finalisedAt })),
    },
    status: {
      type: 'token',
      documentation: 'final (first version) or amended',
      where: codeOf(
        { final: ['first'], amended: ['later'] },
        ([which]): Where => ({
          version: which === 'first' ? 1 : { gt: 1 },
        }),
      ),
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: async (tx, AND, take) => {
    const rows = await tx.report.findMany({
      where: { AND, state: 'final' },
      select: { ...compositionSelect, authorId: true },
      orderBy: { id: 'asc' },
      take,
    });
    // Whoever wrote it may have left the department since: the view names them all the same.
    const people = await tx.$queryRaw<{ id: string; display_name: string; practitioner_id: string | null }[]>`
      select id, display_name, practitioner_id from person where id = any(${rows.map((row) => row.authorId)}::uuid[])`;
    return rows.map((row) => ({ ...row, author: people.find((one) => one.id === row.authorId) ?? null }));
  },
  resources: (row, context) => [toComposition(row, context)].filter((one) => one !== null),
  about: (row) => ({ patientId: row.request.patient.id, requestId: row.request.id }),
});

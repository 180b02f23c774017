import { z } from 'zod';
import { extension, system } from '../systems.ts';
import type { CodeableConcept, Extension } from '../types.ts';

const Diagnoses = z.array(
  z.object({
    code: z.string(),
    title: z.string(),
    certainty: z.enum(['G', 'V', 'Z', 'A']).optional(),
    side: z.enum(['R', 'L', 'B']).optional(),
  }),
);
export type DiagnosisEntry = z.infer<typeof Diagnoses>[number];

/** Diagnoses as the request and the report keep them (JSON column). */
export const diagnosesOf = (column: unknown): DiagnosisEntry[] => Diagnoses.parse(column);

/** @param year edition of ICD-10-GM, by the year of the consultation (§ 295 SGB V). */
export function icdConcept(of: DiagnosisEntry, year: number): CodeableConcept {
  const extensions: Extension[] = [
    ...(of.certainty ? [coded(extension.certainty, system.certainty, of.certainty)] : []),
    ...(of.side ? [coded(extension.side, system.side, of.side)] : []),
  ];
  return {
    coding: [
      {
        system: system.icd10gm,
        version: String(year),
        code: of.code,
        ...(of.title ? { display: of.title } : {}),
        ...(extensions.length > 0 ? { extension: extensions } : {}),
      },
    ],
    ...(of.title ? { text: of.title } : {}),
  };
}

const coded = (url: string, by: string, code: string): Extension => ({
  url,
  valueCoding: { system: by, code },
});

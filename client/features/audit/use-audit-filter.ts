import { useState } from 'react';
import type { Given } from '../../../server/kernel/wire.ts';
import type { exportEvents } from '../../../server/modules/audit/contract.ts';
import { addDays, instantOf } from '../../lib/zone.ts';

export type AuditSearch = {
  person: string | null;
  organisation: string | null;
  type: string | null;
  patient: string;
  /** First and last calendar day, both included. */
  period: [string | null, string | null];
};
const empty: AuditSearch = {
  person: null,
  organisation: null,
  type: null,
  patient: '',
  period: [null, null],
};

const patientPattern = /^(P-)?\d{1,9}$/i;

/** What is searched for, and the same as the server wants to hear it. */
export function useAuditFilter() {
  const [search, setSearch] = useState(empty);
  const change = (changes: Partial<AuditSearch>) => setSearch((before) => ({ ...before, ...changes }));
  const isNarrowed = JSON.stringify(search) !== JSON.stringify(empty);
  return { search, change, reset: () => setSearch(empty), isNarrowed, asked: asSent(search) };
}

/** Days are those of the region; the last one counts in full. A patient number that is not finished is left out. */
export function asSent({
  person,
  organisation,
  type,
  patient,
  period,
}: AuditSearch): Given<typeof exportEvents> {
  const [first, last] = period;
  const number = patient.trim();
  return {
    ...(person ? { person } : {}),
    ...(organisation ? { organisation } : {}),
    ...(type ? { type } : {}),
    ...(patientPattern.test(number) ? { patient: number } : {}),
    ...(first ? { from: instantOf(`${first} 00:00:00`) } : {}),
    ...(first ? { until: instantOf(`${addDays(last ?? first, 1)} 00:00:00`) } : {}),
  };
}

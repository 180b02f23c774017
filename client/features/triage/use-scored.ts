import type { PatientBanner } from '../../../server/modules/patients/contract.ts';
import type { News2Context } from '../../../server/modules/triage/news2.ts';
import { getOxygenScale } from '../../../server/modules/triage/scoring-contract.ts';
import { ageOn } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';

/** Where the pregnancy is asked about at all. Pure. */
export const couldBePregnant = (sex: PatientBanner['sex'] | undefined, ageYears: number): boolean =>
  sex !== undefined && sex !== 'male' && ageYears >= 12 && ageYears <= 55;

/** What NEWS2 must know of a resident. While the oxygen scale is not known (no line), scale 1 holds. */
export function useScored(
  resident: { id: string; birthDate: string } | undefined,
  pregnant: boolean | null,
  today: string,
): News2Context {
  const scale = useLoad(
    getOxygenScale,
    { patientId: resident?.id ?? '' },
    { enabled: resident !== undefined, keep: false },
  );
  return {
    ageYears: resident ? ageOn(resident.birthDate, today) : 80,
    pregnant: pregnant ?? false,
    oxygenScale: scale.data?.scale ?? 1,
  };
}

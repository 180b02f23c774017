import { profile } from '../systems.ts';
import type { HealthcareService } from '../types.ts';
import { type DepartmentRow, specialtyCoding } from './organization.ts';
import { concept, reference, workPhone } from './parts.ts';

/** What a department offers in the network; carries the department's id. Conforms to ISiKMedizinischeBehandlungseinheit. */
export function toHealthcareService(row: DepartmentRow): HealthcareService {
  return {
    resourceType: 'HealthcareService',
    id: row.id,
    meta: { profile: [profile.healthcareService] },
    active: row.active,
    providedBy: reference('Organization', row.id, row.name),
    type: [{ text: `Telekonsil ${row.specialty.nameDe}` }],
    specialty: [concept(specialtyCoding(row.specialty))],
    name: `${row.name}, ${row.organisation.name}`,
    telecom: [workPhone(row.phone)],
  };
}

import { appointments } from './appointments.ts';
import { compositions } from './compositions.ts';
import { conditions } from './conditions.ts';
import { encounters } from './encounters.ts';
import { healthcareServices } from './healthcare-services.ts';
import { observations } from './observations.ts';
import { organizations } from './organizations.ts';
import { patients } from './patients.ts';
import { practitioners } from './practitioners.ts';
import type { Served } from './served.ts';
import { serviceRequests } from './service-requests.ts';

/** Every resource type of the FHIR face: its routes and its CapabilityStatement are both made from this list. */
export const servedTypes: readonly Served[] = [
  appointments,
  compositions,
  conditions,
  encounters,
  healthcareServices,
  observations,
  organizations,
  patients,
  practitioners,
  serviceRequests,
];

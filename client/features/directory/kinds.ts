import {
  type Icon,
  IconAffiliate,
  IconBed,
  IconBuildingHospital,
  IconStethoscope,
} from '@tabler/icons-react';
import type { OrganisationKind } from '../../../server/modules/identity/contract.ts';

/** The sign of each kind of organisation, the same everywhere. */
export const kindIcons: Record<OrganisationKind, Icon> = {
  hospital: IconBuildingHospital,
  practice: IconStethoscope,
  care_home: IconBed,
  network: IconAffiliate,
};

export const kinds = Object.keys(kindIcons) as OrganisationKind[];

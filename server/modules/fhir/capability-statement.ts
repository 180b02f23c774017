import type { Served } from './served/served.ts';
import type { Context } from './types.ts';

/** When this description last changed its meaning. */
const described = '2026-11-23';

/** What this server really does: read and search of the types that are mounted, and nothing else. */
export function capabilityStatement(types: readonly Served[], context: Context) {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: described,
    kind: 'instance',
    software: { name: 'TelKonNet' },
    implementation: { description: 'TelKonNet, FHIR R4', url: context.base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Read-only. Unsupported search parameters are refused with 400, or passed over with ' +
          '"Prefer: handling=lenient". _count up to 200; follow the next link for more. No total, no _include, no XML.',
        security: {
          cors: false,
          description:
            'The session cookie of a signed-in person. Everyone reads what they may see in the network itself; every ' +
            'read of a patient’s data is recorded.',
        },
        resource: types.map(({ type, profiles, documentation, params }) => ({
          type,
          ...(profiles.length > 0 ? { supportedProfile: profiles } : {}),
          documentation,
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          versioning: 'no-version',
          searchParam: params,
        })),
      },
    ],
  };
}

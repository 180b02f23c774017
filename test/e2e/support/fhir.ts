import { Client } from 'fhir-kit-client';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Visit } from '../../support/browser.ts';

const Resource = z.looseObject({ resourceType: z.string(), id: z.string() });
type Resource = z.infer<typeof Resource>;

/** An ordinary FHIR client that comes with the session of an open window. */
const clientOf = async ({ context, page }: Visit): Promise<Client> => {
  const cookies = await context.cookies();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return new Client({ baseUrl: `${new URL(page.url()).origin}/fhir/R4`, customHeaders: { Cookie } });
};

/** The Encounter of a consult, and everything that it leads to, each once: `Patient/…` → resource. */
export const readEncounter = async (
  window: Visit,
  requestId: string,
): Promise<{ encounter: Resource; behind: Map<string, Resource> }> => {
  const client = await clientOf(window);
  const encounter = Resource.parse(await client.read({ resourceType: 'Encounter', id: requestId }));
  const behind = new Map<string, Resource>();
  const follow = async (within: Resource): Promise<void> => {
    for (const [, reference = ''] of JSON.stringify(within).matchAll(/"reference":"([A-Z]\w+\/[^"]+)"/g)) {
      if (behind.has(reference)) continue;
      const resource = Resource.parse(await client.resolve({ reference }));
      expect(`${resource.resourceType}/${resource.id}`).toBe(reference);
      behind.set(reference, resource);
      await follow(resource);
    }
  };
  await follow(encounter);
  return { encounter, behind };
};

export const typesOf = (behind: Map<string, Resource>): string[] =>
  [...new Set([...behind.values()].map(({ resourceType }) => resourceType))].sort();

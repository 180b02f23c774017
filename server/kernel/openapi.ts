import { z } from 'zod';
import { type Endpoint, Problem } from './wire.ts';

/** OpenAPI 3.1, made from the same descriptions that parse and answer the requests. */
export function openApi(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'TelKonNet',
      version: '0.1.0',
      description: 'Telemedicine consultation network of the region Weser-Ems.',
    },
    paths,
    components: {
      schemas: { Problem: schema(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'telkonnet' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
    },
  };
}

function operation(endpoint: Endpoint) {
  const module = endpoint.path.split('/')[2] ?? 'api';
  const refused = {
    description: errors(endpoint),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    summary: endpoint.summary,
    tags: [module],
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', pattern: '^[\\w-]{8,100}$' },
            },
          ]
        : []),
    ],
    ...(endpoint.takes === 'application/json'
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [endpoint.takes]: { schema: { type: 'string', format: 'binary' } } },
          },
        }),
    ...(Object.keys(endpoint.body.shape).length > 0
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schema(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [endpoint.status]: {
        description: 'Done',
        content: { [endpoint.produces]: { schema: schema(endpoint.reply, 'output') } },
      },
      '4XX': refused,
    },
    security: endpoint.open ? [] : [{ session: [], ...(endpoint.method === 'get' ? {} : { csrf: [] }) }],
  };
}

function errors(endpoint: Endpoint): string {
  return endpoint.errors.length > 0 ? `Refused, e.g. ${endpoint.errors.join(', ')}` : 'Refused';
}

function parameters(shape: z.ZodObject, place: 'path' | 'query') {
  return Object.entries(shape.shape).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || !type.safeParse(undefined).success,
    schema: schema(type as z.ZodType, 'input'),
  }));
}

function schema(type: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}

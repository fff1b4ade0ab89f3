import * as contract from '@teahouse/contract';
import { allRoutes, type ProblemCode, problems, type Route } from '@teahouse/contract';
import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/** Problems that any route can answer. */
const commonProblems: readonly ProblemCode[] = [
  'invalid-request',
  'rate-limited',
  'internal',
  'overloaded',
  'database-unavailable',
];

/** The contract as OpenAPI 3.1. */
export function openApiDocument(version: string): JsonSchema {
  const { schemaOf, components } = createSchemas();
  const paths: Record<string, JsonSchema> = {};
  for (const route of allRoutes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Teahouse',
      version,
      description:
        'Uploads follow the tus 1.0 protocol at /api/uploads. Refusals are RFC 9457 problems; /api/docs lists them.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'teahouse_session' } },
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema;

/** Schemas the contract exports by name become components; all others stand where they are used. */
function createSchemas(): { schemaOf: SchemaOf; components: Record<string, JsonSchema> } {
  const metadata = z.registry<{ id: string }>();
  for (const [name, value] of Object.entries(contract)) {
    if (value instanceof z.ZodType && !metadata.has(value))
      metadata.add(value, { id: name.charAt(0).toUpperCase() + name.slice(1) });
  }
  const components: Record<string, JsonSchema> = {};
  const schemaOf: SchemaOf = (schema, io) => {
    const {
      $schema: _,
      $defs = {},
      ...json
    } = z.toJSONSchema(schema, { io, metadata, unrepresentable: 'any' }) as JsonSchema & {
      $defs?: Record<string, JsonSchema>;
    };
    const suffix = io === 'input' ? 'Input' : '';
    for (const [name, definition] of Object.entries($defs))
      components[`${name}${suffix}`] = pointToComponents(definition, suffix);
    return pointToComponents(json, suffix);
  };
  return { schemaOf, components };
}

function pointToComponents(schema: JsonSchema, suffix: string): JsonSchema {
  const text = JSON.stringify(schema).replace(/"#\/\$defs\/([^"]+)"/g, (_, name: string) =>
    JSON.stringify(`#/components/schemas/${name}${suffix}`),
  );
  const { id: _id, ...rest } = JSON.parse(text) as JsonSchema;
  return rest;
}

function operationOf(route: Route, schemaOf: SchemaOf): JsonSchema {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.id.split('.')[0]],
    security: route.access === 'public' ? [{}, { session: [] }] : [{ session: [] }],
    'x-access': route.access,
    'x-rate-class': route.rate,
    parameters: [
      ...parametersOf(route.params, 'path', schemaOf),
      ...parametersOf(route.query, 'query', schemaOf),
      ...headersOf(route),
    ],
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: responsesOf(route, schemaOf),
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query', schemaOf: SchemaOf): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function headersOf(route: Route): JsonSchema[] {
  if (!route.idempotent) return [];
  const description = 'The same key within 48 hours gets the first answer again.';
  return [
    { name: 'Idempotency-Key', in: 'header', required: false, description, schema: { type: 'string', maxLength: 128 } },
  ];
}

function responsesOf(route: Route, schemaOf: SchemaOf): JsonSchema {
  const responses: JsonSchema = {};
  const codes = [
    ...(route.access === 'public' ? [] : (['not-signed-in', 'not-allowed'] as const)),
    ...(route.problems ?? []),
    ...commonProblems,
  ];
  for (const [status, sharing] of Map.groupBy(new Set(codes), (code) => problems[code].status)) {
    const description = sharing.map((code) => `\`${code}\` ${problems[code].title}`).join('; ');
    responses[status] = {
      description,
      content: { 'application/problem+json': { schema: schemaOf(contract.problemBody, 'output') } },
    };
  }
  if (route.raw) return { 200: { description: route.summary, content: { [route.raw]: {} } }, ...responses };
  if (!route.response) return { 204: { description: 'Done' }, ...responses };
  const schema = schemaOf(route.response, 'output');
  return {
    [route.status ?? 200]: { description: route.summary, content: { 'application/json': { schema } } },
    ...responses,
  };
}

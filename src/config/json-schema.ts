import * as z from 'zod';

import type { Provider } from '../graph/ports/provider.js';
import { callerHeaderSchema } from './caller-header.js';
import { configSchema, UPSTREAM_NAME, upstreamSchema } from './config-schema.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const VARIABLE = {
  description: 'A variable of the environment: ${NAME}, or ${NAME:-default}.',
  type: 'string',
  pattern: '\\$\\{',
} as const;

/** The JSON Schema of a config file, for editors: it complains of nothing that the gateway takes. */
export function createConfigJsonSchema(providers: readonly Provider[]): JsonSchema {
  const whole = configSchema.extend({
    upstreams: z
      .record(z.string().regex(UPSTREAM_NAME), z.union(providers.map(wholeUpstreamSchema)))
      .describe(configSchema.shape.upstreams.description ?? ''),
  });
  const schema = admitVariables(z.toJSONSchema(whole, { target: 'draft-7', io: 'input' }));
  return { ...schema, title: 'Trunkline configuration', definitions: { variable: VARIABLE } };
}

/** All keys that an upstream of a provider may have. */
function wholeUpstreamSchema({ name, title, settings, callerAuth }: Provider): z.ZodObject {
  if (!(settings instanceof z.ZodObject)) throw new TypeError(`the settings of ${name} must be a map of keys`);
  return settings
    .extend(callerAuth ? { auth: authSchema(settings.shape['auth']) } : {})
    .extend(upstreamSchema.extend({ provider: z.literal(name).describe('Which API it is.') }).shape)
    .describe(`An account at ${title}.`);
}

/** Its own credentials, or those that callers bring. */
function authSchema(own: unknown): z.ZodType {
  if (!(own instanceof z.ZodType)) throw new TypeError('credentials are the key "auth" of the settings');
  const forms = own instanceof z.ZodUnion ? own.options.filter((each) => each instanceof z.ZodType) : [own];
  const description = `${own.description ?? ''} Or the header in which callers bring their own.`;
  return z.union([...forms, callerHeaderSchema]).describe(description.trim());
}

/** A variable may stand for any value, and a number where a text is wanted: the gateway reads it as it was written. */
function admitVariables(schema: JsonSchema): JsonSchema {
  if (isScalar(schema)) return admitVariable(schema);
  const { properties, additionalProperties, items, anyOf, ...rest } = schema;
  const result: JsonSchema = { ...rest };
  if (properties) result.properties = mapValues(properties, admitVariables);
  if (additionalProperties !== undefined) result.additionalProperties = admitBelow(additionalProperties);
  if (items !== undefined && !Array.isArray(items)) result.items = admitBelow(items);
  if (anyOf) result.anyOf = anyOf.map(admitVariables);
  return result;
}

function isScalar({ type, const: constant }: JsonSchema): boolean {
  return constant === undefined && (type === 'string' || type === 'integer' || type === 'boolean');
}

function admitVariable({ description, default: defaultValue, pattern, ...rest }: JsonSchema): JsonSchema {
  // Without the flag `u`, which many validators do not set, `\p{Cc}` means the letters of it.
  const value: JsonSchema = pattern === undefined || pattern.includes('\\p{') ? rest : { ...rest, pattern };
  const isText = value.type === 'string' && value.enum === undefined;
  return {
    ...(description === undefined ? {} : { description }),
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
    anyOf: [value, ...(isText ? [{ type: 'number' as const }] : []), { $ref: '#/definitions/variable' }],
  };
}

function admitBelow(schema: JsonSchema | boolean): JsonSchema | boolean {
  return typeof schema === 'boolean' ? schema : admitVariables(schema);
}

function mapValues(
  properties: NonNullable<JsonSchema['properties']>,
  change: (schema: JsonSchema) => JsonSchema,
): NonNullable<JsonSchema['properties']> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, typeof value === 'boolean' ? value : change(value)]),
  );
}

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLURL } from 'graphql-scalars';

/** ISO 8601 in UTC, e.g. `2026-11-21T22:04:05.000Z`; values are Dates. */
export const DateTime: GraphQLScalarType = GraphQLDateTime;

/** An absolute URL. */
export const UrlScalar: GraphQLScalarType = GraphQLURL;

/** Any JSON value, as the provider holds it. */
export const JsonScalar: GraphQLScalarType = GraphQLJSON;

/** `hh:mm` of a day, 00:00 to 23:59; graphql-scalars' own LocalTime also takes seconds, which no provider keeps. */
export const LocalTime = new GraphQLScalarType<string, string>({
  name: 'LocalTime',
  description: 'A time of day as `hh:mm`, from 00:00 to 23:59, in whatever zone the account is in.',
  serialize: toLocalTime,
  parseValue: toLocalTime,
  parseLiteral: (node) => toLocalTime(node.kind === Kind.STRING ? node.value : undefined),
});

function toLocalTime(value: unknown): string {
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
  throw new GraphQLError('LocalTime must be a text like "08:30", from 00:00 to 23:59');
}

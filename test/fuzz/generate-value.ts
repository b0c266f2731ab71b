import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

import { HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.js';
import type { Random } from './random.js';

/** What values may name. */
export interface Names {
  /** Ids of things that are there. */
  readonly ids: readonly string[];
  readonly upstreams: readonly string[];
  /** The share of values that do not fit their type. */
  readonly misfits: number;
}

/** A value for an input of this type, as JSON: mostly one that fits. */
export function generateValue(random: Random, type: GraphQLInputType, names: Names, depth = 0): unknown {
  if (random.chance(names.misfits)) return random.pick([...HOSTILE_VALUES, ...HOSTILE_NUMBERS, ...HOSTILE_TEXTS]);
  if (isNonNullType(type)) return generateValue(random, type.ofType, names, depth);
  if (isListType(type)) {
    const length = random.below(depth > 3 ? 1 : 4);
    return Array.from({ length }, () => generateValue(random, type.ofType, names, depth + 1));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const isWanted = depth > 3 ? 0 : 3 / fields.length;
    const given = fields.filter((field) => isNonNullType(field.type) || random.chance(isWanted));
    // One alone is what inputs of one of several members need.
    const some = type.isOneOf && fields.length > 0 ? [random.pick(fields)] : given;
    return Object.fromEntries(
      some.map((field) => [
        field.name,
        field.name === 'upstream' ? random.pick(names.upstreams) : generateValue(random, field.type, names, depth + 1),
      ]),
    );
  }
  return generateScalar(random, type.name, names);
}

const TEXTS = ['Anna', 'an', '500111222', '+48600700800', 'anna@example.com', 'example', '08:30', 'coverpage', 'true'];

function generateScalar(random: Random, name: string, { ids, upstreams, misfits }: Names): unknown {
  const isHostile = random.chance(misfits * 5);
  switch (name) {
    case 'ID':
      return random.pick(isHostile ? HOSTILE_TEXTS : ids);
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
      return isHostile ? random.pick(HOSTILE_NUMBERS) : 1 + random.below(50);
    case 'Float':
      return random.pick(HOSTILE_NUMBERS);
    case 'DateTime':
      return random.pick([
        '2027-01-01T00:00:00Z',
        '2026-11-21T22:04:05.000+02:00',
        '1970-01-01T00:00:00Z',
        '2026-02-30',
      ]);
    case 'LocalTime':
      return random.pick(isHostile ? HOSTILE_TEXTS : ['08:30', '23:59']);
    default:
      return random.pick(isHostile ? HOSTILE_TEXTS : [...TEXTS, ...upstreams]);
  }
}

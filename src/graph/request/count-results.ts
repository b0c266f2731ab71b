import {
  defaultFieldResolver,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';

import { yieldToEventLoop } from '../../transport/yield.js';
import type { Context } from './context.js';
import { pathOf } from './failures.js';

/**
 * Has every list of things count into the budget of its answer: once where the list is given, and nothing for its rows.
 * Where lists multiply, the answer ends before memory does.
 */
export function countResults(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListOfThings(field.type)) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context: Context, info) => {
        const value: unknown = resolve(source, args, context, info);
        return value instanceof Promise
          ? value.then((things: unknown) => countThings(things, context, info))
          : countThings(value, context, info);
      };
    }
  }
}

function isListOfThings(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type) && isCompositeType(getNamedType(type));
}

function countThings(value: unknown, { resultBudget }: Context, info: GraphQLResolveInfo): unknown {
  if (!Array.isArray(value)) return value;
  switch (resultBudget.takeThings(value.length, () => pathOf(info))) {
    case 'taken':
      return value;
    case 'pause':
      return yieldToEventLoop().then(() => {
        resultBudget.resume();
        return resultBudget.excess() ? [] : (value as unknown);
      });
    case 'refused':
      // Empty, not thrown: graphql-js forgets what else it waits for when a field throws in a list, and a rejection that
      // nobody handles ends the process.
      return [];
  }
}

// The one door to type-graphql: its decorators need the metadata polyfill before the first decorated class is read.
import 'reflect-metadata';

import { Extensions, FieldResolver as TypeGraphQLFieldResolver } from 'type-graphql';

export {
  Arg,
  Ctx,
  Extensions,
  Field,
  Float,
  ID,
  Info,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';

/** An extension of fields that have a resolver, and not only one that type-graphql makes to read their property. */
export const RESOLVED = 'resolved';

/** As type-graphql's, and the field says so. */
export const FieldResolver: typeof TypeGraphQLFieldResolver = (...options: unknown[]) => {
  const decorate = (TypeGraphQLFieldResolver as (...given: unknown[]) => MethodDecorator)(...options);
  return (prototype: object, name: string | symbol, descriptor: PropertyDescriptor) => {
    decorate(prototype, name, descriptor);
    Extensions({ [RESOLVED]: true })(prototype, name, descriptor);
  };
};

import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import { SourceReport } from '../upstream/types.js';

@ObjectType({ simpleResolvers: true, description: 'Where a page of a list lies.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether rows come before this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row, for `after:`; null on an empty page.' })
  readonly endCursor!: string | null;
}

/** A page of a list as `list.ts` lays it; the classes of `connectionOf` show it to the graph. */
export interface Connection<Row> {
  readonly nodes: readonly Row[];
  /** The cursor after the row at this index. */
  readonly cursorAt: (index: number) => string;
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null;
  readonly sources: readonly SourceReport[];
}

type Thunk = () => abstract new () => object;

/** Makes the Connection and Edge types of a noun, as Relay's specification wants them, and what resolves their edges. */
export function defineConnection(name: string, node: Thunk) {
  const noun = name.toLowerCase();

  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${noun} and its place in a list.` })
  class Edge {
    @Field(() => node() as never, { description: `The ${noun}.` })
    readonly node!: unknown;

    @Field(() => String, { description: 'For `after:`, to go on behind this row.' })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${noun}s, and what each upstream contributed to it.`,
  })
  class Page {
    @ListSized('page')
    @Field(() => [node() as never], { description: 'The rows.' })
    readonly nodes!: unknown[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: 'How many rows the whole list has; null when a source failed or was not read to its end.',
    })
    readonly totalCount!: number | null;

    @ListSized(1)
    @Field(() => [SourceReport], {
      description: 'For each upstream what it evaluated, what it sent, and how it failed where it did.',
    })
    readonly sources!: SourceReport[];
  }

  @Resolver(() => Page)
  class PageResolver {
    @ListSized('page')
    @FieldResolver(() => [Edge], { description: 'The rows with their cursors.' })
    edges(@Root() connection: Connection<unknown>): Edge[] {
      // Cursors are made only where they are selected.
      return connection.nodes.map((row, index) => ({ node: row, cursor: connection.cursorAt(index) }));
    }
  }

  return { Page, PageResolver };
}

import type { Identified } from '../../query/order.js';
import { condition, type Filter } from '../../query/filter.js';
import type { OpenUpstream } from '../context.js';
import { chooseUpstreams, MOST_ROWS, type Question } from '../list.js';
import type { Backends, Noun } from '../provider.js';
import type { Arguments, FieldCost, Planning, Rows } from './ask.js';
import { ONCE } from './call.js';
import { planList } from './listed.js';

/** A column that rows of the noun may lack. */
export function late(noun: Noun, column: string): FieldCost {
  return { late: { noun, columns: () => [column] } };
}

/** How rows name a thing of another noun. */
interface Link {
  readonly of: Noun;
  /** The column with its key, which must be told first. */
  readonly column?: string;
  /** The column with the thing itself, which some rows have. */
  readonly row?: string;
  /** Of so many rows one is expected to name any; default: each does. */
  readonly oneIn?: number;
}

/** The thing of another noun that each row names. */
export function linked(noun: Noun, { of, column, row: embedded, oneIn = 1 }: Partial<Link> = {}): FieldCost {
  const isThere = ({ upstream, came }: Rows): boolean =>
    of !== undefined && embedded !== undefined && upstream.costs.nouns[of]?.told?.(came).includes(embedded) === true;
  return {
    ...(of && column ? { late: { noun: of, columns: () => [column] } } : {}),
    plan: ({ rows, ask, sizes }) =>
      rows.map((row) => {
        const expected = distinct(row.count.expected / oneIn, sizes.rows(row.upstream.name, noun).expected);
        const named = { ...row, count: { ...row.count, expected } };
        if (!isThere(row)) return byKeys(noun, named, { ask, sizes });
        byKeys(noun, { ...row, count: { ...row.count, expected: 0 } }, { ask, sizes });
        return { ...named, noun, came: 'list' };
      }),
  };
}

/** How many different things are named, where each of so many names one of those that there are. */
function distinct(times: number, things: number): number {
  return things < 1 ? 0 : things * (1 - (1 - 1 / things) ** times);
}

/** Things that rows name by key: each of them once. */
export function byKeys(noun: Noun, row: Rows, { ask, sizes }: Pick<Planning, 'ask' | 'sizes'>): Rows {
  const { upstream, count, batches } = row;
  // What came once is not asked for again, and there are no more than there are.
  const known = { ...count, expected: Math.min(count.expected, sizes.rows(upstream.name, noun).expected) };
  const calls = upstream.costs.nouns[noun]?.byKeys ?? (() => []);
  ask(upstream, { calls, count: known, batches, each: batches.worst > 1 });
  return { upstream, noun, count: known, batches, came: 'key' };
}

const DEFAULT_FIRST = 50;

type QuestionOf<Row> = (args: Arguments, planning: Planning, also?: Filter) => Question<Row>;

/** A list at the root of a query. */
export function listed<Row extends Identified>(questionOf: QuestionOf<Row>): FieldCost {
  return {
    plan: (planning) => {
      const { args } = planning;
      const question = questionOf(args, planning);
      const vague = args.isUnknown('filter');
      return planList({ question, first: firstOf(args), vague }, chosenBy(planning), ONCE, planning);
    },
  };
}

/** A list that each row has of its own: `path` is the condition that its rows are of this row. */
export function listedBy<Row extends Identified>(path: string, of: Noun, questionOf: QuestionOf<Row>): FieldCost {
  return {
    plan: (planning) =>
      planning.rows.flatMap(({ upstream, count }) => {
        const also = condition(path, { upstream: upstream.name, noun: of, key: SOME_KEY });
        const question = questionOf(planning.args, planning, also);
        return planList({ question, first: firstOf(planning.args) }, [upstream], count, planning);
      }),
  };
}

/** Stands for the key of a row that is not there yet: numbers fit every provider that has such lists. */
const SOME_KEY = '1';

/** Upstreams that the arguments choose. */
export function chosenBy({ args, context }: Pick<Planning, 'args' | 'context'>): readonly OpenUpstream[] {
  return chooseUpstreams(
    { upstreams: textsIn(args.get('upstreams')), providers: textsIn(args.get('providers')) },
    context,
  );
}

/** What the noun's backend reads that is no list, at each upstream that has it. */
export function read(noun: keyof Backends): FieldCost {
  return {
    plan: (planning) =>
      thoseWith(noun, planning).map((upstream) => {
        const calls = upstream.costs.nouns[noun]?.read;
        if (calls) planning.ask(upstream, { calls: (_count, known) => calls(known), count: ONCE, batches: ONCE });
        return { upstream, count: planning.sizes.rows(upstream.name, noun), batches: ONCE, came: 'list' };
      }),
  };
}

/** The upstreams that have the noun, of which only the fields ask anything. */
export function able(noun: keyof Backends): FieldCost {
  return {
    plan: (planning) =>
      thoseWith(noun, planning).map((upstream) => ({ upstream, count: ONCE, batches: ONCE, came: 'key' })),
  };
}

function thoseWith(noun: keyof Backends, planning: Planning): readonly OpenUpstream[] {
  const named = planning.args.get('upstream');
  return chosenBy(planning).filter(
    ({ name, backends }) => backends[noun] && (typeof named !== 'string' || named === name),
  );
}

function firstOf(args: Arguments): number {
  if (args.isUnknown('first')) return MOST_ROWS;
  const first = args.get('first');
  return typeof first === 'number' ? first : DEFAULT_FIRST;
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : undefined;
}

import { decodeId, type Reference } from '../id.js';
import type { OpenUpstream } from '../context.js';
import type { Arguments, FieldCost } from './ask.js';
import { ONCE } from './call.js';

/** What a mutation asks of the upstreams that it is about, for as many things as it names; a payload's row is what it made. */
export function writing(mutation: string): FieldCost {
  return {
    plan: ({ args, upstreams, ask }) => {
      const able = upstreams.filter(({ value }) => value.capabilities.writes.includes(mutation));
      const asked = concerned(able, args);
      const things = Math.max(1, countIn(args));
      const texts = textsIn(ARGUMENTS.map((name) => args.get(name)));
      const idsOf = (noun: string): number => texts.filter((text) => referenceIn(text)?.noun === noun).length;
      const isGiven = !ARGUMENTS.some((name) => args.isUnknown(name));
      return asked.map((upstream) => {
        const count = { expected: things / asked.length, worst: things };
        const costs = upstream.costs.writes[mutation];
        ask(upstream, {
          calls: (many, known) =>
            costs?.(many, isGiven ? { ...known, named: (noun) => idsOf(noun) / things } : known) ?? [],
          count,
          batches: ONCE,
        });
        return { upstream, count, batches: ONCE, came: 'key' };
      });
    },
  };
}

/** The upstreams that ids, names or members of the arguments speak of; all that can do it, where nothing does. */
function concerned(able: readonly OpenUpstream[], args: Arguments): readonly OpenUpstream[] {
  const texts = textsIn(ARGUMENTS.map((name) => args.get(name)));
  const named = able.filter(({ name }) => texts.some((text) => text === name || referenceIn(text)?.upstream === name));
  if (named.length > 0) return named;
  const members = membersIn(args);
  const fitting = able.filter(({ provider: { contactInputs } }) =>
    members.some(
      (member) => contactInputs !== undefined && [...contactInputs.create, ...contactInputs.update].includes(member),
    ),
  );
  return fitting.length > 0 ? fitting : able;
}

/** Arguments of mutations that say what they are about. */
const ARGUMENTS = ['id', 'ids', 'input', 'inputs', 'contactId', 'accountId', 'userId', 'groupId', 'messageId'];

function countIn(args: Arguments): number {
  if (args.isUnknown('ids') || args.isUnknown('inputs')) return UNKNOWN_THINGS;
  const many = args.get('ids') ?? args.get('inputs');
  return Array.isArray(many) ? many.length : 1;
}

/** Of a list that is given later, what each thing costs. */
const UNKNOWN_THINGS = 1;

function membersIn(args: Arguments): readonly string[] {
  const inputs = [args.get('input'), args.get('inputs')].flat();
  return inputs.flatMap((input) => (typeof input === 'object' && input !== null ? Object.keys(input) : []));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** No id is longer: what is may be a message. */
const LONGEST_ID = 1000;

function referenceIn(text: string): Reference | undefined {
  if (text.length > LONGEST_ID) return undefined;
  try {
    return decodeId(text);
  } catch {
    return undefined;
  }
}

import { decodeId, type Reference } from '../values/id.js';
import { isObject } from '../values/is-object.js';
import type { PlannedArguments, FieldCost, PlannedRows } from '../ports/field-costs.js';
import { ONE } from '../ports/planned-call.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ContactInputMembers } from '../ports/contact-extension.js';

/** What a mutation asks of the upstreams that it is about, for as many things as it names; a payload's row is what it made. */
export function mutationCost(mutation: string): FieldCost {
  return {
    plan: ({ args, upstreams, addCalls }) => {
      const able = upstreams.filter(({ value }) => value.capabilities.writes.includes(mutation));
      const things = targetsIn(args, able);
      const references = INPUTS.flatMap((name) => referencesIn(args.get(name)));
      const isGiven = ![...IDS, ...INPUTS].some((name) => args.isUnknown(name));
      return able.flatMap((upstream): PlannedRows[] => {
        const own = things.filter((places) => places.includes(upstream));
        if (own.length === 0) return [];
        const count = { expected: own.reduce((sum, places) => sum + 1 / places.length, 0), worst: own.length };
        const costs = upstream.costs.writes[mutation];
        const idsOf = (noun: string): number =>
          references.filter((each) => each.upstream === upstream.name && each.noun === noun).length;
        addCalls(upstream, {
          calls: (many, known) =>
            costs?.(many, isGiven ? { ...known, idsPerItem: (noun) => idsOf(noun) / own.length } : known) ?? [],
          count,
          batches: ONE,
        });
        return [{ upstream, count, batches: ONE, loadedBy: 'key' }];
      });
    },
  };
}

/** Arguments that name what is written, by id; all further ones are of the same upstream. */
const IDS = ['ids', 'id', 'contactId', 'accountId', 'userId', 'groupId', 'messageId'];
const INPUTS = ['inputs', 'input'];

type AbleUpstreams = readonly OpenUpstream[];

/** For each thing that is written the upstreams that it may be written at; a list that is given later is of one thing. */
function targetsIn(args: PlannedArguments, able: AbleUpstreams): readonly AbleUpstreams[] {
  const given = (names: readonly string[]): unknown => names.map(args.get).find((value) => value !== undefined);
  const ids = given(IDS);
  if (ids !== undefined) {
    return [ids].flat().map((id) => able.filter(({ name }) => referenceIn(id)?.upstream === name));
  }
  const inputs = given(INPUTS);
  return inputs === undefined ? [able] : [inputs].flat().map((input) => upstreamsOf(input, able));
}

/** The upstreams that an input names, by itself or by ids, and of which its members are; all, where nothing tells. */
function upstreamsOf(input: unknown, able: AbleUpstreams): AbleUpstreams {
  const members = Object.keys(isObject(input) ? input : {});
  const fitting = able.filter(({ provider: { contactInputs: { create, update } = NO_INPUTS } }) =>
    members.some((member) => create.includes(member) || update.includes(member)),
  );
  const among = fitting.length > 0 ? fitting : able;
  const names = namesIn(input);
  if (names.length > 0) return among.filter(({ name }) => names.includes(name));
  const references = referencesIn(input);
  const named = among.filter(({ name }) => references.some(({ upstream }) => upstream === name));
  return named.length > 0 ? named : among;
}

const NO_INPUTS: ContactInputMembers = { create: [], update: [] };

/** Names of upstreams in an input: no other text of it is one, whatever it says. */
function namesIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return key === 'upstream' ? [value] : [];
  return isObject(value) ? Object.entries(value).flatMap(([name, each]) => namesIn(each, name)) : [];
}

/** What the ids in an input stand for. */
function referencesIn(value: unknown, key = ''): readonly Reference[] {
  if (Array.isArray(value)) return value.flatMap((each) => referencesIn(each, key));
  if (isObject(value)) return Object.entries(value).flatMap(([name, each]) => referencesIn(each, name));
  return /Ids?$/.test(key) ? [referenceIn(value) ?? []].flat() : [];
}

function referenceIn(value: unknown): Reference | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return decodeId(value);
  } catch {
    return undefined;
  }
}

import type { CampaignBackend, CampaignWrites } from '../../graph/campaign/backend.js';
import type { Campaign } from '../../graph/campaign/campaign.js';
import type { CreateCampaignInput, UpdateCampaignInput } from '../../graph/campaign/write-input.js';
import { changed } from '../../graph/look.js';
import { complain, invalid, notThere } from '../../graph/target.js';
import type { Act } from '../../graph/writes.js';
import type { Writing } from '../../operations/intent.js';
import { segment } from '../../wire/caller.js';
import { json } from '../../wire/read.js';
import { changeOf, newOf } from './body.js';
import { creation, deletion, existing, send, update, type Change } from './changes.js';
import { column } from './columns.js';
import { naming } from './naming.js';
import { referencesOf, toWireId } from './references.js';
import { mistakesOf, numberOf } from './rules.js';
import { scheduleBy, scheduling } from './schedule.js';
import { sure } from './sure.js';
import { createTurns, type Doubt } from './turns.js';
import type { Way } from './way.js';

const PATH = '/campaigns';

/** The documented PUT; a GET does the same, but caches and crawlers repeat GETs. */
function turning(word: 'start' | 'stop', effect: 'acts' | 'replaces'): Change<string> {
  return {
    name: `PUT ${PATH}/{id}/${word}`,
    method: 'PUT',
    path: (key) => `${PATH}/${segment(key)}/${word}`,
    effect,
    answer: column(json),
  };
}

const campaigns = {
  create: creation(PATH, 'campaign_id'),
  update: update(PATH),
  remove: deletion(PATH),
  start: turning('start', 'acts'),
  stop: turning('stop', 'replaces'),
  scheduleStart: scheduling('POST', PATH, '/start/schedule'),
  scheduleStop: scheduling('POST', PATH, '/stop/schedule'),
  // The guide's POST has no route.
  cancelSchedule: deletion(PATH, '/schedule'),
};

// Never `status`: a campaign that is not `new` is completed as it starts, and sends nothing.
const COLUMNS = { transmissionsPerMinute: 'cpm', triesAllowed: 'try_allowed' };
const REFERENCES = { programId: 'program', groupId: 'group', accountId: 'account' } as const;
/** The server's own columns for references, and the row's. */
const LINKS = [
  ['programId', 'program_id', 'programKey'],
  ['groupId', 'group_id', 'groupKey'],
  ['accountId', 'account_id', 'accountKey'],
] as const;

const DOUBTFUL =
  'An earlier call to start this campaign got no answer and may still be carried out. It was not started by this; see what its operation says, or ask again in a minute.';
const JUST_STARTED =
  'This campaign was started a moment ago, and the server is about to begin; it was not started again. Stop it first to start it anew.';
const MOST = 2_147_483_647;
const NEW = { transmissionsPerMinute: numberOf(1, MOST), triesAllowed: numberOf(1, MOST) };
const needed = (value: unknown): string | undefined =>
  value === null ? "can't be cleared: give an id, or leave it out to keep what is there." : undefined;
const CHANGED = {
  programId: needed,
  groupId: needed,
  accountId: needed,
  transmissionsPerMinute: numberOf(1, MOST, { clears: false }),
  triesAllowed: numberOf(1, MOST, { clears: false }),
};

/** How campaigns of an installation are written. */
export function campaignWrites(way: Way, { byKeys }: Pick<CampaignBackend, 'byKeys'>, doubt: Doubt): CampaignWrites {
  const upstream = way.upstream.name;
  const { inTurn, awaited, isInDoubt, begun, isBegun, ended } = createTurns(doubt);
  const { now } = doubt;

  const read = async (key: string, writing: Writing): Promise<Campaign | undefined> =>
    (await byKeys([key], { ...writing, fresh: true })).get(key);

  const links = (keys: ReadonlyMap<string, string>): Array<readonly [string, string | number]> =>
    LINKS.flatMap(([field, name]) => {
      const key = keys.get(field);
      return key === undefined ? [] : [[name, toWireId(key)] as const];
    });

  const act =
    (done: (key: string, writing: Writing) => Promise<unknown>): Act =>
    async (asked, writing) => {
      const key = existing(asked, 'campaign', upstream);
      await naming(done(key, writing), {}, 'campaign');
      return { result: { key } };
    };

  return {
    create: async (input: CreateCampaignInput, writing) => {
      const { keys, fields, mistakes, find } = referencesOf(input, REFERENCES, upstream);
      complain([...mistakesOf(input, NEW), ...mistakes]);
      await find(way, writing);
      const body = { ...Object.fromEntries(links(keys)), ...newOf(input, COLUMNS) };
      const key = await naming(way.call(campaigns.create, body, writing), fields);
      return { result: { key } };
    },
    update: async (asked, input: UpdateCampaignInput, writing) => {
      const key = existing(asked, 'campaign', upstream);
      const { keys, fields, mistakes, find } = referencesOf(input, REFERENCES, upstream);
      complain([...mistakesOf(input, CHANGED), ...mistakes]);
      const body = { ...Object.fromEntries(links(keys)), ...changeOf(input, COLUMNS) };
      if (Object.keys(body).length === 0) return { result: { key } };
      await find(way, writing);
      const { transmissionsPerMinute, triesAllowed } = input;
      const cells = [
        ...LINKS.map(([field, , cell]) => [cell, keys.get(field)] as const),
        ...Object.entries({ transmissionsPerMinute, triesAllowed }),
      ].flatMap(([cell, value]) =>
        value === undefined || value === null ? [] : [[cell, writing.digest(value)] as const],
      );
      writing.remember(changed('campaign', key, Object.fromEntries(cells)));
      await naming(send(way, campaigns.update, { key, body }, writing), fields, 'campaign');
      return { result: { key } };
    },
    remove: async (asked, writing) => {
      const key = existing(asked, 'campaign', upstream);
      await sure(
        () => send(way, campaigns.remove, key, writing),
        async () => !(await read(key, writing)),
      );
    },
    start: async (asked, writing) => {
      const key = existing(asked, 'campaign', upstream);
      return inTurn(key, async () => {
        const { status } = (await read(key, writing)) ?? {};
        if (status === undefined) throw notThere('campaign', ['id']);
        if (status === 'RUNNING') throw invalid('This campaign runs already; it was not started.', ['id'], 'CONFLICT');
        if (status === 'COMPLETED') {
          const message = 'This campaign is completed and can’t run again; make a new one.';
          throw invalid(message, ['id'], 'CONFLICT');
        }
        // The server begins by itself, so that the status may be the old one for a while: two at work would send twice.
        if (isBegun(key)) throw invalid(JUST_STARTED, ['id'], 'CONFLICT');
        if (isInDoubt(key)) throw invalid(DOUBTFUL, ['id'], 'CONFLICT');
        writing.remember({ look: 'ictcore.started', key, before: status });
        await naming(awaited(key, send(way, campaigns.start, key, writing)), {}, 'campaign');
        begun(key);
        return { result: { key } };
      });
    },
    stop: act((key, writing) => {
      writing.remember({ look: 'ictcore.stopped', key });
      return inTurn(key, async () => {
        await send(way, campaigns.stop, key, writing);
        ended(key);
      });
    }),
    scheduleStart: scheduleBy(way, { noun: 'campaign', endpoint: campaigns.scheduleStart, now }),
    scheduleStop: scheduleBy(way, { noun: 'campaign', endpoint: campaigns.scheduleStop, now }),
    cancelSchedule: act((key, writing) => send(way, campaigns.cancelSchedule, key, writing)),
  };
}

import type { RedisConnection } from './redis-connection.js';

/** The settings under which Redis forgets no write that it has acknowledged, and why. */
const NEEDED: ReadonlyArray<readonly [setting: string, value: string, why: string]> = [
  ['appendonly', 'yes', 'a restart would forget writes'],
  ['appendfsync', 'always', 'a loss of power would forget the writes of the last second or more'],
  ['maxmemory-policy', 'noeviction', 'a full memory would make room by forgetting writes'],
];

/** In which ways a Redis may forget writes, as sentences; none where it surely does not. */
export async function findWeaknesses({ runCommands }: RedisConnection): Promise<readonly string[]> {
  let settings: ReadonlyMap<string, string>;
  try {
    const answer = await runCommands((redis) =>
      Promise.all(NEEDED.map(async ([setting]) => [setting, await redis.config('GET', setting)] as const)),
    );
    settings = new Map(answer.map(([setting, reply]) => [setting, valueIn(reply)]));
  } catch (error) {
    // Of another kind than a refusal of the command: the opening fails by it soon enough.
    return [`its settings can't be read (${error instanceof Error ? error.message : String(error)})`];
  }
  return NEEDED.flatMap(([setting, value, why]) => {
    const held = settings.get(setting) ?? '';
    if (held === value) return [];
    return [`${setting} is ${held === '' ? 'not told' : `"${held}"`} and not "${value}": ${why}`];
  });
}

/** The value in an answer to CONFIG GET: a list of a name and its value. */
function valueIn(reply: unknown): string {
  const value: unknown = Array.isArray(reply) ? reply[1] : undefined;
  return typeof value === 'string' ? value : '';
}

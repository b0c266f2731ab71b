// Each script compares and changes in one step, because Redis runs one script at a time. All take the same keys, which
// are in one hash slot: KEYS[1] the record (a hash), KEYS[2] its scope (text: an id), KEYS[3] all ids by expiry,
// KEYS[4…9] ids by state.

const DELETE_RECORD = `
redis.call('DEL', KEYS[1])
for index = 3, 9 do redis.call('ZREM', KEYS[index], ARGV[1]) end
if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
`;

/**
 * ARGV: id, version, JSON, scope or '', expiry, the time at which Redis itself drops the record, index of the state.
 */
const PUT_RECORD = `
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'record', ARGV[3], 'scope', ARGV[4])
redis.call('PEXPIREAT', KEYS[1], ARGV[6])
for index = 4, 9 do redis.call('ZREM', KEYS[index], ARGV[1]) end
redis.call('ZADD', KEYS[3 + ARGV[7]], 0, ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('PEXPIREAT', KEYS[2], ARGV[6]) end
`;

/** PUT's arguments, then id and version of the record that may be replaced, whose key is KEYS[10]; answers an id or ''. */
export const INSERT_SCRIPT = `
local holder = ARGV[4] ~= '' and redis.call('GET', KEYS[2])
if holder and not (holder == ARGV[8] and redis.call('HGET', KEYS[10], 'version') == ARGV[9]) then return holder end
if redis.call('EXISTS', KEYS[1]) == 1 then return redis.error_reply('ERR operation ' .. ARGV[1] .. ' is kept already') end
if ARGV[4] ~= '' then redis.call('SET', KEYS[2], ARGV[1]) end
${PUT_RECORD}
return ''
`;

/** PUT's arguments, then the version that must be there; answers 1 or 0. */
export const UPDATE_SCRIPT = `
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[8] then return 0 end
${PUT_RECORD}
return 1
`;

/** ARGV: id, version that must be there. */
export const RELEASE_SCRIPT = `
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[2] then return 0 end
${DELETE_RECORD}
return 1
`;

/** ARGV: id, time before which it must have expired. */
export const PURGE_SCRIPT = `
local expiry = redis.call('ZSCORE', KEYS[3], ARGV[1])
if not expiry or tonumber(expiry) >= tonumber(ARGV[2]) then return 0 end
${DELETE_RECORD}
return 1
`;

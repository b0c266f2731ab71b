import { Redis } from 'ioredis';

/** One Redis, asked with time limits; every error is a sentence without the URL's user and password. */
export interface RedisConnection {
  /** Which one, without credentials. */
  readonly label: string;
  /** Runs commands on it; rejects with a sentence when it can't be reached or does not answer in time. */
  readonly runCommands: <T>(commands: (redis: Redis) => Promise<T>) => Promise<T>;
  /** Calls back when a lost connection is there again. */
  readonly onReconnect: (listener: () => void) => void;
  readonly close: () => Promise<void>;
}

interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: object;
}

/** Connects to `redis://user:password@host:port/db` or `rediss://…`; rejects with a sentence that holds no credential. */
export async function connectRedis(url: string, timeoutMs: number): Promise<RedisConnection> {
  const address = parseRedisUrl(url);
  const label = `Redis at ${address.host}:${address.port}`;
  const redis = new Redis({
    ...address,
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    // A connection that is dead without having said so is given up for a new one.
    socketTimeout: 2 * timeoutMs,
    // A call fails at once: an offline queue would hold it for as long as Redis is unreachable.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // A command that was sent may have been executed: sent again, a reservation would conflict with itself.
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let lastError: unknown;
  redis.on('error', (error) => {
    lastError = error;
  });
  redis.on('ready', () => {
    lastError = undefined;
  });
  // The library's errors hold the command with its arguments, the password among them: only the words are passed on.
  const toStoreError = (error: unknown): Error => {
    const reason = redactCredentials(
      redis.status === 'ready' || lastError ? messageOf(lastError ?? error) : 'not connected',
      address,
    );
    return new Error(`${label} can't be used (${reason}): check that it runs and that its URL is right`);
  };

  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw toStoreError(error);
  }
  return {
    label,
    runCommands: async (commands) => {
      try {
        return await commands(redis);
      } catch (error) {
        throw toStoreError(error);
      }
    },
    onReconnect: (listener) => {
      redis.on('ready', listener);
    },
    close: async () => {
      try {
        await redis.quit();
      } catch {
        redis.disconnect();
      }
    },
  };
}

function parseRedisUrl(text: string): RedisAddress {
  try {
    const { protocol, hostname, port, pathname, username, password } = new URL(text);
    if (!/^rediss?:$/.test(protocol) || !hostname || !/^\/?\d*$/.test(pathname))
      throw new TypeError('another kind of URL');
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || '6379'),
      db: Number(pathname.slice(1)),
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' && { tls: {} }),
    };
  } catch {
    // The text and the errors that it makes may hold a password.
    throw new Error('the URL of Redis must look like redis://user:password@host:6379/0, or rediss:// for TLS');
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function redactCredentials(text: string, { username, password }: RedisAddress): string {
  return [password, username].reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, '***') : rest), text);
}

import { Redis } from 'ioredis';

/** One Redis, asked with time limits; every error is a sentence without the URL's user and password. */
export interface RedisConnection {
  /** Runs commands on it; rejects with a sentence when it can't be reached or does not answer in time. */
  readonly ask: <T>(commands: (redis: Redis) => Promise<T>) => Promise<T>;
  /** Calls back when a lost connection is there again. */
  readonly onReturn: (listener: () => void) => void;
  readonly close: () => Promise<void>;
}

interface Address {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: object;
}

/** Connects to `redis://user:password@host:port/db` or `rediss://…`; rejects with a sentence that holds no credential. */
export async function connectRedis(url: string, timeoutMs: number): Promise<RedisConnection> {
  const address = addressOf(url);
  const place = `Redis at ${address.host}:${address.port}`;
  const redis = new Redis({
    ...address,
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    // A connection that is dead without having said so is given up for a new one.
    socketTimeout: 2 * timeoutMs,
    // A caller is told at once: a queue would hold it for as long as Redis is away.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // What was sent may have been done: sent again, a claim would find itself in its way.
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let trouble: unknown;
  redis.on('error', (error) => {
    trouble = error;
  });
  redis.on('ready', () => {
    trouble = undefined;
  });
  // The library's errors hold the command with its arguments, the password among them: only the words are passed on.
  const failureOf = (error: unknown): Error => {
    const words = hide(redis.status === 'ready' || trouble ? messageOf(trouble ?? error) : 'not connected', address);
    return new Error(`${place} can't be used (${words}): check that it runs and that its URL is right`);
  };

  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw failureOf(error);
  }
  return {
    ask: async (commands) => {
      try {
        return await commands(redis);
      } catch (error) {
        throw failureOf(error);
      }
    },
    onReturn: (listener) => {
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

function addressOf(text: string): Address {
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

function hide(words: string, { username, password }: Address): string {
  return [password, username].reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, '***') : rest), words);
}

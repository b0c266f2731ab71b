/** A body that comes in chunks. */
export interface BodyCollector {
  readonly add: (chunk: Buffer) => void;
  /** All of it, once it has ended. */
  readonly toBuffer: () => Buffer;
}

/** Shorter bodies come in a chunk or two, and need no place made beforehand. */
const PREALLOCATE_FROM_BYTES = 64 * 1024;

/**
 * Gathers a body. Where its length in bytes is told, a long one goes to its place chunk by chunk: put together at its
 * end it would be held twice, and some megabytes of it would hold the loop.
 */
export function createBodyCollector(length: number | undefined): BodyCollector {
  return length !== undefined && length >= PREALLOCATE_FROM_BYTES ? collectPreallocated(length) : collectChunks();
}

function collectPreallocated(length: number): BodyCollector {
  const body = Buffer.allocUnsafe(length);
  let size = 0;
  return {
    add: (chunk) => {
      // Never more than the length: the parser takes what follows for another answer.
      size += chunk.copy(body, size);
    },
    toBuffer: () => body.subarray(0, size),
  };
}

function collectChunks(): BodyCollector {
  const chunks: Buffer[] = [];
  return {
    add: (chunk) => void chunks.push(chunk),
    toBuffer: () => {
      const [first] = chunks;
      return chunks.length === 1 && first ? first : Buffer.concat(chunks);
    },
  };
}

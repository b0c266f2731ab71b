/** A body that comes in chunks. */
export interface BodyCollector {
  readonly add: (chunk: Buffer) => void;
  /** All of it, once it has ended. */
  readonly toBuffer: () => Buffer;
}

/** Shorter bodies come in one or two chunks, so that a buffer of the full length is not worth allocating. */
const PREALLOCATE_FROM_BYTES = 64 * 1024;

/**
 * Collects a body. If its length is known, a long body is copied into one buffer chunk by chunk: joined at the end, it
 * would be in memory twice, and joining megabytes would block the event loop.
 */
export function createBodyCollector(length: number | undefined): BodyCollector {
  return length !== undefined && length >= PREALLOCATE_FROM_BYTES ? collectPreallocated(length) : collectChunks();
}

function collectPreallocated(length: number): BodyCollector {
  const body = Buffer.allocUnsafe(length);
  let size = 0;
  return {
    add: (chunk) => {
      // Never more than the length: the HTTP parser takes further bytes for another answer.
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

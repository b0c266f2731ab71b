import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A file that is stored completely before any of it is passed on: a short one in memory, a longer one on the disk. */
export interface Spool {
  readonly size: () => number;
  readonly append: (chunk: Buffer) => Promise<void>;
  /** The whole file, once; the spool ends with it. */
  readonly drain: () => Readable;
  /** Removes the file in any case. */
  readonly discard: () => Promise<void>;
}

/** Longer files go to the disk, so that several at a time do not need much memory. */
const MAX_BYTES_IN_MEMORY = 1024 * 1024;

export function createSpool(): Spool {
  let chunks: Buffer[] = [];
  let bufferedBytes = 0;
  let size = 0;
  let file: FileHandle | undefined;
  let isDrained = false;

  const flush = async (): Promise<void> => {
    file ??= await openUnlinkedFile();
    await file.appendFile(Buffer.concat(chunks));
    chunks = [];
    bufferedBytes = 0;
  };
  const discard = async (): Promise<void> => {
    chunks = [];
    const opened = file;
    file = undefined;
    await opened?.close();
  };

  return {
    size: () => size,
    append: async (chunk) => {
      chunks.push(chunk);
      bufferedBytes += chunk.length;
      size += chunk.length;
      if (bufferedBytes > MAX_BYTES_IN_MEMORY) await flush();
    },
    drain: () => {
      if (isDrained) throw new TypeError('a spool is read once');
      isDrained = true;
      const all = Readable.from(pieces(), { objectMode: false });
      // Once the reader has left, an error would have no listener and would end the process.
      all.on('error', () => undefined);
      all.once('close', () => void discard());
      return all;
    },
    discard,
  };

  async function* pieces(): AsyncGenerator<Buffer, void> {
    for (let at = 0; file;) {
      const piece = Buffer.allocUnsafe(64 * 1024);
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
    yield* chunks;
  }
}

/** The file is unlinked right after it is opened, so that not even a kill leaves personal data behind. */
async function openUnlinkedFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `trunkline-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A whole upload that no object has yet. */
export interface Upload {
  readonly path: string;
  readonly size: number;
}

/** The server's disk: what its objects call `/usr/ictcore/data/…` lies in a folder of its own among the temporary files. */
export interface MediaFiles {
  /** Takes in an upload; nothing is left of one that breaks off. */
  readonly receive: (source: Readable, ...through: Transform[]) => Promise<Upload>;
  readonly keep: (name: string, upload: Upload) => Promise<void>;
  readonly append: (name: string, upload: Upload) => Promise<void>;
  readonly discard: (upload: Upload) => Promise<void>;
  readonly open: (name: string) => Promise<{ readonly size: number; readonly content: Readable } | undefined>;
  readonly write: (name: string, content: string | Buffer) => void;
  /** The first name that no file has, of those that count up from 1. */
  readonly free: (name: (count: number) => string) => string;
  readonly drop: (name: unknown) => void;
  /** Removes everything from the disk. */
  readonly clear: () => void;
}

export function createMediaFiles(): MediaFiles {
  let folder: string | undefined;
  const files = new Map<string, string>();
  const fresh = (): string => join((folder ??= mkdtempSync(join(tmpdir(), 'ictcore-'))), randomUUID());
  return {
    receive: async (source, ...through) => {
      const path = fresh();
      try {
        await pipeline([source, ...through, createWriteStream(path)]);
        return { path, size: (await stat(path)).size };
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    keep: async (name, upload) => {
      const path = files.get(name) ?? fresh();
      await rename(upload.path, path);
      files.set(name, path);
    },
    append: async (name, upload) => {
      const path = files.get(name) ?? fresh();
      files.set(name, path);
      await pipeline(createReadStream(upload.path), createWriteStream(path, { flags: 'a' }));
      await rm(upload.path, { force: true });
    },
    discard: (upload) => rm(upload.path, { force: true }),
    open: async (name) => {
      const path = files.get(name);
      return path === undefined ? undefined : { size: (await stat(path)).size, content: createReadStream(path) };
    },
    write: (name, content) => {
      const path = fresh();
      writeFileSync(path, content);
      files.set(name, path);
    },
    free: (name) => {
      let count = 1;
      while (files.has(name(count))) count += 1;
      return name(count);
    },
    drop: (name) => {
      const path = typeof name === 'string' ? files.get(name) : undefined;
      if (typeof name !== 'string' || path === undefined) return;
      rmSync(path, { force: true });
      files.delete(name);
    },
    clear: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
      files.clear();
    },
  };
}

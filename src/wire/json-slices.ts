/** Where the elements of an array lie in a body of JSON, a slice of many elements each. */
export interface JsonSlices {
  /** From the first byte of an element to the last of another: what lies between them makes an array when it is put in brackets. */
  readonly ranges: ReadonlyArray<readonly [number, number]>;
  /** The body with an empty array in the place of this one. */
  readonly rest: string;
}

/** So many bytes are looked at in less than a millisecond, and in some before the engine knows this code. */
const YIELD_EVERY_BYTES = 64 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const BRACKET = 0x5b;
const BRACE = 0x7b;
const END_BRACKET = 0x5d;
const END_BRACE = 0x7d;
const SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Finds the rows of a long body of JSON without parsing it: the array that the body is (`key` null), or the one under a
 * key of the outermost object. It yields to the event loop now and then. Undefined if there is no such array; only
 * parsing the slices shows whether all of it is JSON.
 */
export function* findJsonSlices(
  body: Buffer,
  key: string | null,
  sliceBytes = 16 * 1024,
): Generator<undefined, JsonSlices | undefined> {
  const start = key === null ? arrayAt(body, skipSpace(body, 0)) : yield* arrayUnder(body, key);
  if (start === undefined) return undefined;
  const scan = new ElementScan(body, start + 1, sliceBytes);
  while (scan.goOn(YIELD_EVERY_BYTES)) yield;
  const { end, ranges } = scan;
  if (end === undefined) return undefined;
  return { ranges, rest: `${textOf(body, skipSpace(body, 0), start)}[]${textOf(body, end + 1, body.length)}` };
}

/** The way over the elements of an array. A loop in a generator takes four times as long. */
class ElementScan {
  readonly ranges: Array<readonly [number, number]> = [];
  /** The place of the bracket that ends the array, once it was found. */
  end: number | undefined;
  readonly #body: Buffer;
  readonly #sliceBytes: number;
  #at: number;
  #from: number;
  #depth = 0;

  constructor(body: Buffer, start: number, sliceBytes: number) {
    this.#body = body;
    this.#sliceBytes = sliceBytes;
    this.#at = start;
    this.#from = start;
  }

  /** Looks at so many bytes, or some more; false where no more have to be looked at. */
  goOn(bytes: number): boolean {
    const body = this.#body;
    const sliceBytes = this.#sliceBytes;
    const until = Math.min(this.#at + bytes, body.length);
    let from = this.#from;
    let depth = this.#depth;
    let at = this.#at;
    for (; at < until; at += 1) {
      const byte = body[at];
      if (byte === QUOTE) at = endOfString(body, at);
      else if (byte === BRACKET || byte === BRACE) depth += 1;
      else if (byte === END_BRACKET || byte === END_BRACE) {
        if (depth === 0) {
          if (skipSpace(body, from) < at) this.ranges.push([from, at]);
          this.end = at;
          return false;
        }
        depth -= 1;
      } else if (byte === COMMA && depth === 0 && at - from >= sliceBytes) {
        this.ranges.push([from, at]);
        from = at + 1;
      }
    }
    this.#at = at;
    this.#from = from;
    this.#depth = depth;
    return at < body.length;
  }
}

/** The place of the array under a key of the outermost object. */
function* arrayUnder(body: Buffer, key: string): Generator<undefined, number | undefined> {
  const begin = skipSpace(body, 0);
  if (body[begin] !== BRACE) return undefined;
  const name = Buffer.from(JSON.stringify(key));
  let depth = 0;
  let lastYieldAt = begin;
  for (let at = begin + 1; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) {
      const end = endOfString(body, at);
      const isKey = depth === 0 && body.subarray(at, end + 1).equals(name);
      const colon = isKey ? skipSpace(body, end + 1) : -1;
      at = end;
      if (colon >= 0 && body[colon] === COLON) return arrayAt(body, skipSpace(body, colon + 1));
    } else if (byte === BRACKET || byte === BRACE) depth += 1;
    else if (byte === END_BRACKET || byte === END_BRACE) depth -= 1;
    if (at - lastYieldAt > YIELD_EVERY_BYTES) {
      lastYieldAt = at;
      yield;
    }
  }
  return undefined;
}

function arrayAt(body: Buffer, at: number): number | undefined {
  return body[at] === BRACKET ? at : undefined;
}

/** The place of the quote that ends the string that begins at this one; the end of the body where none does. */
function endOfString(body: Buffer, at: number): number {
  for (let end = at + 1; end < body.length; end += 1) {
    const byte = body[end];
    if (byte === QUOTE) return end;
    if (byte === BACKSLASH) end += 1;
  }
  return body.length;
}

function skipSpace(body: Buffer, at: number): number {
  let next = at;
  // A byte order mark, which some servers put before their JSON.
  if (next === 0 && body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) next = 3;
  while (SPACE.has(body[next] ?? 0)) next += 1;
  return next;
}

function textOf(body: Buffer, from: number, to: number): string {
  return body.toString('utf8', from, to);
}

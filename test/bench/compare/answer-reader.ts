const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** One HTTP answer, as it comes in. */
export class AnswerReader {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes of the whole answer; undefined while its head is not read, and where it comes in chunks of its own length. */
  #length: number | undefined;
  #chunked = false;

  /** Takes what came, and says whether the answer is whole with it. */
  take(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#length === undefined && !this.#chunked) this.#readHead();
    if (this.#chunked) return this.#tail().equals(LAST_CHUNK);
    return this.#length !== undefined && this.#size >= this.#length;
  }

  /** The whole answer; the reader begins anew. */
  finish(): Buffer {
    const whole = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    const answer = whole ?? Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#size = 0;
    this.#length = undefined;
    this.#chunked = false;
    return answer;
  }

  #readHead(): void {
    const begun = Buffer.concat(this.#chunks);
    this.#chunks = [begun];
    const end = begun.indexOf(HEAD_END);
    if (end < 0) return;
    const [, length] = /\r\ncontent-length: *(\d+)/i.exec(begun.toString('latin1', 0, end)) ?? [];
    if (length === undefined) this.#chunked = true;
    else this.#length = end + HEAD_END.length + Number(length);
  }

  #tail(): Buffer {
    const last = this.#chunks.at(-1);
    const enough = last && last.length >= LAST_CHUNK.length ? last : Buffer.concat(this.#chunks);
    return enough.subarray(-LAST_CHUNK.length);
  }
}

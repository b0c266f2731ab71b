import { Transform } from 'node:stream';

/** Far more than any `data:…;base64,` needs. */
const LONGEST_HEAD = 1_024;

/** Decodes `data:application/pdf;base64,…` piece by piece; `type` is known once it went through. */
export function dataUri(): { readonly through: Transform; readonly type: () => string | undefined } {
  let head: string | undefined = '';
  let type: string | undefined;
  let rest = '';
  const through = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      let text = chunk.toString('latin1');
      if (head !== undefined) {
        head += text;
        const comma = head.indexOf(',');
        if (comma < 0 && head.length < LONGEST_HEAD) {
          done();
          return;
        }
        type = /^data:([^;,]+);base64,/.exec(head)?.[1]?.toLowerCase();
        text = head.slice(comma + 1);
        head = undefined;
      }
      // Four letters make three bytes; what is over waits for the next piece.
      const letters = rest + text.replace(/\s+/g, '');
      const whole = letters.length - (letters.length % 4);
      rest = letters.slice(whole);
      done(null, Buffer.from(letters.slice(0, whole), 'base64'));
    },
    flush: (done) => {
      done(null, Buffer.from(rest, 'base64'));
    },
  });
  return { through, type: () => type };
}

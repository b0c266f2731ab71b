import type { Codec } from './endpoint.js';

type FormValue = string | number | boolean | readonly string[] | undefined;

/** Writes bodies as `application/x-www-form-urlencoded`; answers are read by the other codec. */
export function formCodec(answers: Codec): Codec {
  return { ...answers, contentType: 'application/x-www-form-urlencoded', write: writeForm };
}

function writeForm(body: unknown): string {
  if (typeof body !== 'object' || body === null) throw new TypeError('a form is written from an object');
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (!isFormValue(value)) throw new TypeError(`a form cannot hold what ${name} is`);
    if (value === undefined) continue;
    for (const each of typeof value === 'object' ? value : [value]) form.append(name, String(each));
  }
  return form.toString();
}

function isFormValue(value: unknown): value is FormValue {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string');
  return value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}

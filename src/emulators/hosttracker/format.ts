import type { IncomingHttpHeaders } from 'node:http';

import type { Call, Reply } from '../kit/http.js';
import { badParameter, type Refusal } from './refusal.js';
import { readXml } from './read-xml.js';
import { flat } from './write-xml.js';

type Format = 'json' | 'xml' | 'form';

/** One answer in both of the provider's languages. */
export interface Answer {
  readonly json: unknown;
  readonly xml: string;
}

/** "Accept or Content-Type specifies response content format"; JSON where neither does. */
export function say(headers: IncomingHttpHeaders, answer: Answer, status = 200): Reply {
  const format = mediaFormat(headers.accept) ?? mediaFormat(headers['content-type']);
  const xml = format === 'xml';
  return {
    status,
    headers: {
      'content-type': `${xml ? 'text/xml' : 'application/json'}; charset=utf-8`,
      'access-control-allow-origin': '*',
    },
    body: xml ? answer.xml : JSON.stringify(answer.json),
  };
}

/** The provider does not document its errors: the names are those of its SOAP twin, the form is an assumption. */
export function sayRefusal(headers: IncomingHttpHeaders, { status, code, message }: Refusal): Reply {
  const error = { error: code, message };
  return say(headers, { json: error, xml: flat('Error', error) }, status);
}

/** The fields of a request body, in whichever language it is written. */
export function readFields(call: Pick<Call, 'headers' | 'text'>, xmlRoot: string): Record<string, unknown> {
  switch (mediaFormat(call.headers['content-type'])) {
    case 'form':
      return Object.fromEntries(new URLSearchParams(call.text));
    case 'xml': {
      const read = readXml(call.text);
      if (read?.root !== xmlRoot) throw badParameter(`Expected the XML element ${xmlRoot}.`);
      return read.fields;
    }
    case 'json':
    case undefined:
      return readJson(call.text);
  }
}

function readJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badParameter('The body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badParameter('Expected a JSON object.');
  return { ...value };
}

/** The first format that a header names; `*` and unknown media types name none. */
function mediaFormat(header: string | undefined): Format | undefined {
  for (const media of (header ?? '').toLowerCase().split(',')) {
    if (/\bxml\b/.test(media)) return 'xml';
    if (/\bjson\b/.test(media)) return 'json';
    if (media.includes('x-www-form-urlencoded')) return 'form';
  }
  return undefined;
}

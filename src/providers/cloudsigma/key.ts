import { encodeId } from '../../graph/values/id.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';

export function encodeContactId(upstream: UpstreamValue, uuid: string): string {
  return encodeId(upstream.name, 'contact', uuid);
}

/** The key in a contact's path such as `/api/2.0/notification_contacts/{uuid}/`. A proxy may change what precedes it. */
export function contactUuidOf(path: string | null): string | undefined {
  return /notification_contacts\/([^/]+)\/?$/.exec(path ?? '')?.[1];
}

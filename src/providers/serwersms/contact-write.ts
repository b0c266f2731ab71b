import type { ContactWrites } from '../../graph/contact/backend.js';
import { creating, updating } from '../../graph/contact/extension.js';
import { complain, notThere } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';
import { checkContact, withoutEmpty } from './check.js';
import { createSender, isEmpty } from './contact-send.js';
import type { WireContact } from './endpoints.js';
import { isKey, toWireId } from './key.js';
import { createLinks } from './link.js';
import type { Rows } from './rows.js';
import type { Tracker } from './trail.js';
import type { Way } from './way.js';
import { writeEndpoints, type NewContact, type WireMemberships } from './write-endpoints.js';
import { MEMBER } from './write-inputs.js';
import type { CreateSerwerSmsContactInput, UpdateSerwerSmsContactInput } from './write-types.js';

/** How contacts of an account are written. */
export function createContactWrites(way: Way, rows: Rows, tracker: Tracker): ContactWrites {
  const sender = createSender(way, rows, tracker);

  /** The groups to name: a row that stays where it is names its own, and one that is in none can leave none. */
  async function placeFor(
    row: WireContact,
    wanted: WireMemberships | undefined,
    writing: Writing,
  ): Promise<Pick<NewContact, 'group_id'>> {
    if (wanted !== undefined && !isEmpty(wanted)) return { group_id: wanted };
    const own = await rows.groupOf(row, writing);
    return own === null ? {} : { group_id: wanted ?? toWireId(own) };
  }

  return {
    create: {
      [MEMBER]: creating(async (input: CreateSerwerSmsContactInput, writing) => {
        const { given, mistakes } = checkContact(input, way);
        complain(mistakes);
        return sender.add(withoutEmpty(given), { phone: ['phone'], id: ['groupIds'] }, writing);
      }),
    },
    update: {
      [MEMBER]: updating(async (key, input: UpdateSerwerSmsContactInput, writing) => {
        if (!isKey(key)) throw notThere('contact', null);
        const { given, mistakes } = checkContact(input, way);
        complain(mistakes);
        if (Object.keys(given).length === 0) return { result: { key } };
        const row = await sender.rowOf(key, null, writing);
        const { group_id: wanted, ...columns } = given;
        const place = await placeFor(row, wanted, writing);
        writing.remember(tracker.ofEdit(key, { ...columns, ...(wanted === undefined ? {} : place) }, writing));
        const points = {
          phone: given.phone === undefined ? undefined : ['phone'],
          id: wanted === undefined ? undefined : ['groupIds'],
        };
        return sender.edit(row, { ...columns, ...place }, points, writing);
      }),
    },
    remove: async (key, writing) => {
      if (!isKey(key)) {
        throw new ProviderFailure(way.upstream.name, 'not-found', notThere('contact', null).message, { sent: 'yes' });
      }
      await way.call(writeEndpoints.deleteContact, { id: toWireId(key) }, writing);
    },
    ...createLinks(sender, rows, tracker),
  };
}

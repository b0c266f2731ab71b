import dns, { type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

import { isRefusedAddress } from './refused-addresses.js';

/** What such a failure says for its `code`. */
export const REFUSED_ADDRESS = 'refused address';

/**
 * Resolves the name of a server for a new socket, to none of the addresses at which no provider can be: whoever has the
 * name may let it lead anywhere at any time.
 */
export const resolveHost: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const allowed = error ? [] : addresses.filter(({ address }) => !isRefusedAddress(address));
    const [first] = allowed;
    if (!first) callback(error ?? refusal(), NO_ADDRESSES);
    else if (options.all) callback(null, allowed);
    else callback(null, first.address, first.family);
  });
};

const NO_ADDRESSES: LookupAddress[] = [];

function refusal(): Error {
  return Object.assign(new Error('the name leads to an address at which no provider can be'), {
    code: REFUSED_ADDRESS,
  });
}

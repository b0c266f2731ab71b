import type { Provider } from '../graph/ports/provider.js';
import { cloudSigma } from './cloudsigma/index.js';
import { hostTracker } from './hosttracker/index.js';
import { hostway } from './hostway/index.js';
import { ictCore } from './ictcore/index.js';
import { serwerSms } from './serwersms/index.js';

/** Every provider that Trunkline speaks to, one line each, in the order in which people read them. */
export const providers: readonly Provider[] = [hostTracker, cloudSigma, hostway, ictCore, serwerSms];

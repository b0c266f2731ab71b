import type { ReconcileVerdict } from '../../../../operations/intent.js';

/** ICTCore changes its database while the call lasts and queues no call, so that what is not there by then won't come. */
export const NOT_DONE: ReconcileVerdict = { is: 'notDone', isSynchronous: true };

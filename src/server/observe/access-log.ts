import type { Log } from '../log.js';
import type { RecordRequest } from './record.js';

/** One line for each request of GraphQL: who asked what by name, never with which values. */
export function logAccess(log: Log): RecordRequest {
  return ({ requestId, principal, operationName, operationType, status, codes, upstreamRequests, elapsedMs }) => {
    log.info(
      {
        requestId,
        principal,
        operation: operationName,
        type: operationType,
        status,
        codes,
        upstreamRequests,
        ms: Math.round(elapsedMs * 10) / 10,
      },
      'request',
    );
  };
}

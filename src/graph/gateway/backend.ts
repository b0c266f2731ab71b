import type { ListBackend } from '../ports/list-backend.js';
import type { Gateway } from './types.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly gateway: ListBackend<Gateway>;
  }
}

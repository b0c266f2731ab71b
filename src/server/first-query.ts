import { readFileSync } from 'node:fs';

/** What the explorers begin with. */
export const FIRST_QUERY = readFileSync(new URL('../../schema/operations/contacts.graphql', import.meta.url), 'utf8');

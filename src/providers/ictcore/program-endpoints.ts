import { listedProgram } from './program-row.js';
import { listing } from './reads.js';

export const programEndpoints = {
  listPrograms: listing('/programs', listedProgram),
};

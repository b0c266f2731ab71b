// type-graphql reads a class once: a schema that is built before a provider has added its members to the inputs would leave
// them out of all later ones of the same worker.
import '../../src/providers/index.js';

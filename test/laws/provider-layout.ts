/** What a file of a provider's folder does: the same name does the same at every provider. */
export type Duties = Readonly<Record<string, string>>;

/** No folder holds more files than can be read at one glance. */
export const MOST_FILES = 15;

/** What every provider has in its own folder. */
export const REQUIRED = ['index.ts', 'settings.ts', 'README.md'] as const;

/** Files of the provider's own folder: what holds for all its nouns. */
export const ROOT_DUTIES: Duties = {
  'index.ts': 'the provider, as the registry takes it',
  'settings.ts': 'what its config holds',
  'session.ts': 'what all its calls share: the caller, the upstream, its settings',
  'auth.ts': 'how a request is authorized',
  'errors.ts': 'reads the errors of the provider',
  'endpoints.ts': 'endpoints that no noun has for itself, or those of all nouns put together',
  'costs.ts': 'puts the costs of its nouns together',
  'recovery.ts': 'puts the reconcilers of its nouns together',
  'key.ts': 'reads and writes the keys of its things',
  'codec.ts': 'its wire format, where that is not plain JSON or XML',
  'pages.ts': 'reads a list page by page',
  'page-costs.ts': 'what reading page by page costs',
  'search.ts': 'searches that several nouns have',
  'trial.ts': 'tries out how the server compares texts',
  'field-errors.ts': 'which input field an error of the provider is about',
  'references.ts': 'reads keys of other things out of answers',
};

/** Files of a noun's folder. */
export const NOUN_DUTIES: Duties = {
  'columns.ts': 'each column, declared once',
  'types.ts': 'its GraphQL types',
  'endpoints.ts': 'what can be asked of the provider',
  'backend.ts': 'implements the port of the noun',
  'reads.ts': 'reads things and lists',
  'pages.ts': 'reads a list page by page',
  'pushdown.ts': 'what the provider filters and sorts by itself',
  'filter.ts': 'the filter that only this provider has',
  'trial.ts': 'tries out how the server compares texts',
  'deferred.ts': 'columns that need a call of their own',
  'loaders.ts': 'reads for many rows at once',
  'writes.ts': 'creates, updates and deletes',
  'inputs.ts': 'members that it adds to inputs',
  'input-rules.ts': 'validates inputs',
  'membership.ts': 'who belongs to which group',
  'membership-writes.ts': 'puts into groups and takes out',
  'recovery.ts': 'learns the outcome of writes whose answer was lost',
  'costs.ts': 'what its calls cost',
  'resolver.ts': 'fields that only this provider has',
  'mutation.ts': 'mutations that only this provider has',
  'kinds.ts': 'the kinds of the thing, and how each is spelt',
  'key.ts': 'reads and writes its keys',
};

/** Duties that one provider has alone, by folder, each with the reason. */
export const OWN_DUTIES: Readonly<Record<string, Duties>> = {
  hosttracker: {
    'format.ts': 'JSON or XML, as the config chooses',
    'json-format.ts': 'its answers in JSON',
    'xml-format.ts': 'its answers in XML',
    'wire-fields.ts': 'spells values as its API does, in both formats',
  },
  'hosttracker/bulk': {
    'deletion.ts': 'deletes all that a filter finds, and counts what went',
    'write-filter.ts': 'turns a filter into what one write can name',
  },
  'hosttracker/contact': {
    'subscription-rules.ts': 'which subscriptions go with which type of contact',
    'write-answer.ts': 'reads what a write answers: one status for each contact',
  },
  'cloudsigma/contact': { 'batch-create.ts': 'creates several contacts by one request' },
  'cloudsigma/preference': { 'with-contacts.ts': 'gives the rows of a long list their contacts' },
  ictcore: { 'php-errors.ts': 'recognises a page of PHP where an answer should be' },
  'ictcore/account': {
    'link-writes.ts': 'gives an account to a user',
    'setting.ts': 'reads a setting',
    'setting-writes.ts': 'changes a setting',
    'subscription-writes.ts': 'subscribes an account to a program',
  },
  'ictcore/attempt': {
    'last-attempt.ts': 'finds the last attempt of a transmission',
    'last-results.ts': 'reads what the last attempts came to',
    'results.ts': 'reads what attempts came to',
  },
  'ictcore/contact': {
    'initial-groups.ts': 'puts a new contact into its groups',
    'phone-pattern.ts': 'writes a phone as the pattern that its SQL searches',
    'transmissions-resolver.ts': 'lists the transmissions of a contact',
  },
  'ictcore/group': {
    'import.ts': 'imports contacts from a file',
    'import-guard.ts': 'checks the file before the server sees any of it',
    'csv-rows.ts': 'reads the rows of the file',
    'export.ts': 'exports contacts as a file',
  },
  'ictcore/media': { 'content-types.ts': 'which types of file the server takes and gives' },
  'ictcore/program': {
    'cascade.ts': 'what is deleted along with a program',
    'list-loader.ts': 'reads the whole list once for a request',
  },
  'ictcore/transmission': {
    'list.ts': 'reads the list, and items beyond a list that was cut',
    'column-search.ts': 'searches a column as its SQL compares',
    'orphan.ts': 'recognises a transmission whose contact or account is gone',
    'stuck.ts': 'recognises a transmission that was never handed over',
    'send.ts': 'sends, once',
    'send-rejection.ts': 'reads why the server did not send',
    'deferred-costs.ts': 'what deferred columns cost',
  },
  'ictcore/user': {
    'right-writes.ts': 'grants and revokes roles and permissions',
    'permission-loss.ts': 'checks that nobody loses the right to give it back',
  },
  'serwersms/contact': {
    'phone-number.ts': 'writes a phone as SerwerSMS takes it',
    'row-writer.ts': 'writes one row for each group of a contact',
  },
};

/** Folders of a provider that are no noun of the graph, and what they hold. */
export const OWN_FOLDERS: Duties = {
  'hosttracker/bulk': 'writes to all contacts that a filter finds',
  'hosttracker/options': 'the values that HostTracker offers for inputs',
  'cloudsigma/preference': 'notification preferences, which hang on contacts',
  'ictcore/shared': 'what nouns of ICTCore read and write alike',
};

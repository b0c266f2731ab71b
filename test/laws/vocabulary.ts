/** A word that the sources no longer use, and the word that took its place. */
export interface FormerWord {
  readonly word: string;
  readonly instead: string;
  /** Where it has another meaning, which is right there: paths by their beginning, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
}

const HOSTTRACKER = 'HostTracker calls its access tokens tickets';

/** Words that no declared name and no file name holds. */
export const FORMER_NAMES: readonly FormerWord[] = [
  { word: 'announce', instead: 'beforeDispatch' },
  { word: 'asking', instead: 'callOptions' },
  { word: 'bill', instead: 'costTally' },
  { word: 'choosy', instead: 'selectionSensitive' },
  { word: 'coalesce', instead: 'shareInFlight' },
  { word: 'complain', instead: 'reportConfigErrors' },
  { word: 'complaint', instead: 'message' },
  { word: 'complaints', instead: 'messages' },
  { word: 'crowded', instead: 'overloaded' },
  { word: 'denied', instead: 'auth' },
  { word: 'desk', instead: 'writeExecutor' },
  { word: 'dialect', instead: 'errorFormat' },
  { word: 'dress', instead: 'escape' },
  { word: 'gather', instead: 'collectBatch' },
  { word: 'grip', instead: 'precision' },
  { word: 'grips', instead: 'precisions' },
  { word: 'ground', instead: 'walkContext' },
  { word: 'judge', instead: 'classifyOutcome' },
  { word: 'lack', instead: 'missingColumn' },
  { word: 'late', instead: 'deferred, or timeout' },
  { word: 'lates', instead: 'deferred' },
  { word: 'mood', instead: 'a noun' },
  { word: 'nasty', instead: 'hostile' },
  { word: 'noted', instead: 'measured' },
  { word: 'office', instead: 'writeContext' },
  { word: 'patience', instead: 'bodyTimeout' },
  { word: 'perhaps', instead: 'a noun' },
  { word: 'plug', instead: 'provider' },
  { word: 'question', instead: 'listQuery' },
  { word: 'remember', instead: 'registerSecrets, or recordRecoveryHint' },
  { word: 'renewing', instead: 'renewOnUnauthorized' },
  { word: 'shelf', instead: 'session' },
  { word: 'shelves', instead: 'tables' },
  { word: 'signing', instead: 'withAuthorization' },
  { word: 'slots', instead: 'concurrencyLimit' },
  { word: 'tell', instead: 'describe' },
  { word: 'tellable', instead: 'redacted' },
  { word: 'thin', instead: 'partial' },
  {
    word: 'ticket',
    instead: 'accessToken',
    except: {
      'src/providers/hosttracker/': HOSTTRACKER,
      'src/emulators/hosttracker/': HOSTTRACKER,
      'test/providers/hosttracker/': HOSTTRACKER,
      'test/emulators/hosttracker/': HOSTTRACKER,
      'test/bench/': HOSTTRACKER,
    },
  },
  { word: 'told', instead: 'the thing itself' },
  { word: 'toy', instead: 'memoryProvider' },
  { word: 'turnstile', instead: 'sharedFileLock' },
  { word: 'undress', instead: 'unescape' },
  { word: 'unheard', instead: 'unhandled' },
  { word: 'unkept', instead: 'storeUnavailable' },
  { word: 'way', instead: 'session' },
];

/** Words that no comment holds, in the singular and in the plural. */
export const FORMER_PROSE: readonly FormerWord[] = [
  { word: 'desk', instead: 'write executor' },
  { word: 'grip', instead: 'precision' },
  { word: 'late column', instead: 'deferred column' },
  { word: 'late field', instead: 'deferred column' },
  { word: 'plug', instead: 'provider' },
  { word: 'shelf', instead: 'session' },
  { word: 'thin row', instead: 'partial row' },
  { word: 'toy', instead: 'provider in memory' },
  { word: 'trail', instead: 'recovery hint' },
  { word: 'turnstile', instead: 'file lock' },
  { word: 'unkept', instead: 'store unavailable' },
];

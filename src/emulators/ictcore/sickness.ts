import type { Reply } from '../kit/http.js';
import { emptyReply } from './reply.js';
import type { Configuration } from './state.js';

const CRASH = 'Uncaught Error: Call to a member function generate_token() on bool';
const NO_DATABASE = 'Uncaught ICT\\Core\\CoreException: Unable to connect database server error:Connection refused';
const NOTICE =
  '<br />\n<b>Notice</b>:  Undefined index: x in <b>/usr/ictcore/core/User.php</b> on line <b>99</b><br />\n';

/** What every path answers while the database is down, also one that does not exist. */
export function withoutDatabase(configuration: Configuration): Reply {
  return configuration.display_errors ? errorPage(NO_DATABASE) : emptyReply(500);
}

/** A reply as PHP sends it where its errors are displayed: a crash is a page with the status of a success. */
export function withErrors(reply: Reply, { display_errors: display }: Configuration): Reply {
  if (!display) return reply;
  if (reply.status === 500 && !reply.body) return errorPage(CRASH);
  const { body, headers } = reply;
  if (display !== 'notices' || typeof body !== 'string' || headers?.['content-type'] !== 'application/json')
    return reply;
  return { ...reply, body: `${NOTICE}${body}` };
}

function errorPage(error: string): Reply {
  const body = `<br />\n<b>Fatal error</b>:  ${error} in /usr/ictcore/core/Corelib.php:12\nStack trace:\n#0 {main}\n  thrown in <b>/usr/ictcore/core/Corelib.php</b> on line <b>12</b><br />\n`;
  return { ...emptyReply(200), body };
}

import { startEmulator, type Behaviour, type Emulator } from '../../src/emulators/kit/emulator.js';
import { jsonReply, matchRoute, type Call, type Reply, type Route } from '../../src/emulators/kit/http.js';

/** What the example provider logs in with. */
export const CREDENTIALS = { username: 'example', password: 'example-demo' } as const;

const TOKEN = 'example-demo-token';

/** A person as the address book holds one: a column that is not set is not there. */
export interface Person {
  readonly full_name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly note?: string;
  readonly reference?: string;
}

const COLUMNS = ['full_name', 'email', 'phone', 'note', 'reference'] as const;

const SEED: readonly Person[] = [
  {
    full_name: 'Anna Kowalska',
    email: 'Anna.Kowalska@example.com',
    phone: '+48 500 111 222',
    note: 'Calls on Mondays.',
  },
  { full_name: 'Jan Nowak', email: 'jan@example.com', phone: '500-333-444' },
  { full_name: 'Zażółć Gęślą', phone: 'ext. 12', note: 'Reception' },
  ...Array.from({ length: 9 }, (_, index) => ({
    full_name: `Person ${index + 4}`,
    email: `p${index + 4}@example.com`,
  })),
];

type Texts = Readonly<Record<string, string>>;

/** Starts the address book of the example provider on a free port; a client's base URL is `url`. */
export async function startExampleServer(): Promise<Emulator<readonly Person[]>> {
  const people = new Map<string, Texts>();
  let lastId = 0;

  const add = (person: Texts): string => {
    lastId += 1;
    people.set(String(lastId), person);
    return String(lastId);
  };
  const routes: readonly Route[] = [
    { method: 'GET', pattern: '/people', handle: ({ query }) => list(people, query) },
    {
      method: 'POST',
      pattern: '/people',
      handle: ({ text, recordEffect }) => {
        const person = withoutEmpty(JSON.parse(text) as Texts);
        const fault = faultOf(person);
        if (fault) return fault;
        const id = add(person);
        recordEffect(`person.create ${id}`);
        return jsonReply({ id }, 201);
      },
    },
    { method: 'GET', pattern: '/people/:id', handle: ({ params: { id = '' } }) => item(id, people.get(id)) },
    {
      method: 'PATCH',
      pattern: '/people/:id',
      handle: ({ params: { id = '' }, text, recordEffect }) => {
        const held = people.get(id);
        if (!held) return error(404, 'no such person');
        const person = withoutEmpty({ ...held, ...(JSON.parse(text) as Texts) });
        const fault = faultOf(person);
        if (fault) return fault;
        people.set(id, person);
        recordEffect(`person.update ${id}`);
        return { status: 204 };
      },
    },
    {
      method: 'DELETE',
      pattern: '/people/:id',
      handle: ({ params: { id = '' }, recordEffect }) => {
        if (!people.delete(id)) return error(404, 'no such person');
        recordEffect(`person.delete ${id}`);
        return { status: 204 };
      },
    },
  ];
  const behaviour: Behaviour<readonly Person[]> = {
    name: 'example',
    answer: (call) => answer(routes, call),
    reset: (seed = SEED) => {
      people.clear();
      lastId = 0;
      for (const person of seed) add(withoutEmpty(Object.fromEntries(Object.entries(person))));
    },
    replies: { unauthorized: error(401, 'no valid token'), throttled: error(429, 'too many requests') },
  };
  return startEmulator(behaviour);
}

async function answer(
  routes: readonly Route[],
  call: Omit<Call, 'params'>,
): Promise<{ readonly operation: string; readonly reply: Reply }> {
  if (call.method === 'POST' && call.path === '/token') return { operation: 'POST /token', reply: logIn(call.text) };
  const matched = matchRoute(routes, call.method, call.path);
  const operation = matched ? `${call.method} ${matched.route.pattern}` : '';
  if (call.headers.authorization !== `Bearer ${TOKEN}`) return { operation, reply: error(401, 'no valid token') };
  if (!matched) return { operation, reply: error(404, 'no such path') };
  return { operation, reply: await matched.route.handle({ ...call, params: matched.params }) };
}

function logIn(text: string): Reply {
  const { username, password } = JSON.parse(text) as Texts;
  const isRight = username === CREDENTIALS.username && password === CREDENTIALS.password;
  return isRight ? jsonReply({ token: TOKEN, expires_in: 3600 }) : error(401, 'wrong user name or password');
}

function list(people: ReadonlyMap<string, Texts>, query: URLSearchParams): Reply {
  const email = query.get('email')?.toLowerCase();
  const reference = query.get('reference');
  const found = [...people].filter(
    ([, person]) =>
      (email === undefined || person['email']?.toLowerCase().includes(email)) &&
      (reference === null || person['reference'] === reference),
  );
  const offset = Number(query.get('offset') ?? 0);
  const end = offset + Number(query.get('limit') ?? found.length);
  const rows = found.slice(offset, end).map(([id, { full_name, email: held, phone }]) => ({
    ...{ id, full_name, email: held, phone },
  }));
  return jsonReply({ total: found.length, people: rows });
}

function item(id: string, person: Texts | undefined): Reply {
  if (!person) return error(404, 'no such person');
  const { full_name, email, phone, note } = person;
  return jsonReply({ id, full_name, email, phone, note });
}

/** The address book wants a name, and refuses the addresses of its own domain. */
function faultOf(person: Texts): Reply | undefined {
  if (!person['full_name']) return error(422, 'a name is required', 'full_name');
  return person['email']?.endsWith('@example.invalid') ? error(422, 'no such domain', 'email') : undefined;
}

function withoutEmpty(person: Texts): Texts {
  return Object.fromEntries(COLUMNS.flatMap((column) => (person[column] ? [[column, person[column]]] : [])));
}

function error(status: number, message: string, field?: string): Reply {
  return jsonReply({ error: { message, field } }, status);
}

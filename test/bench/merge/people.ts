import { startEmulators, EMULATORS, type EmulatorName, type Running } from '../../../src/emulators/index.js';

/** A made-up person of a large company, the same at every provider. */
function person(index: number) {
  const number = String(index).padStart(5, '0');
  return {
    // In an order of their own: a list that comes sorted is an easy one.
    first: `Imię${String((index * 7919) % 100_003).padStart(6, '0')}`,
    last: `Nazwisko${(index * 7919) % 100_000}`,
    email: `osoba${number}@example.com`,
    phone: `5${String(10_000_000 + index * 37).slice(-8)}`,
    uuid: `a8cf3212-43a3-463c-ac41-${number.padStart(12, '0')}`,
  };
}

type Person = ReturnType<typeof person>;

/** The same people as each emulator's seed wants them. */
const SEEDS: Readonly<Record<EmulatorName, (people: readonly Person[]) => object>> = {
  hosttracker: (people) => ({
    contacts: people.map(({ first, last, email, uuid }) => ({
      id: uuid,
      contactType: 'Email',
      name: `${first} ${last}`,
      address: email,
      confirmed: true,
    })),
  }),
  cloudsigma: (people) => ({
    contacts: people.map(({ first, last, email, phone, uuid }) => ({
      uuid,
      email,
      name: `${first} ${last}`,
      phone: `+48${phone}`,
      main: null,
    })),
  }),
  hostway: (people) => ({
    domains: {
      'test-domain.com': people.map(({ first, last, email, phone }) => ({
        name: `${first}.${last}`,
        email,
        displayName: `${first} ${last}`,
        mobilePhone: `+48 ${phone}`,
      })),
    },
  }),
  ictcore: (people) => ({
    contacts: people.map(({ first, last, email, phone }, index) => ({
      contact_id: index + 1,
      first_name: first,
      last_name: last,
      email,
      phone: `48${phone}`,
    })),
  }),
  serwersms: (people) => ({
    groups: [{ id: 1, name: 'Wszyscy' }],
    contacts: people.map(({ first, last, email, phone }, index) => ({
      id: index + 1,
      group_id: 1,
      first_name: first,
      last_name: last,
      email,
      phone: `+48${phone}`,
    })),
  }),
};

/** The five emulators, each with so many contacts. */
export async function startLarge(count: number): Promise<readonly Running[]> {
  const people = Array.from({ length: count }, (_, index) => person(index));
  const running = await startEmulators(EMULATORS, { portBase: 0 });
  // Each emulator takes its own kind of seed, and the table above has it by name.
  for (const { name, emulator } of running) emulator.reset(SEEDS[name](people) as never);
  return running;
}

import { PEOPLE, type ExamplePerson } from '../kit/people.js';
import type { HostTrackerSeed, SeedContact } from './state.js';

type Extra = Partial<SeedContact>;

const WORKING_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
/** The company's switchboard, which several contacts share. */
const SWITCHBOARD = '48221234567';

/** The data set that the emulator ships with: one company that watches its servers from Poland. */
export const SHIPPED: HostTrackerSeed = { contacts: [...emails(), ...texts(), ...chats(), ...calls()] };

function emails(): SeedContact[] {
  return [
    email('anna.kowalska', {
      address: 'Anna.Kowalska@Example.com',
      activePeriodStart: '08:00',
      activePeriodEnd: '16:00',
      activeDays: WORKING_DAYS,
      subscriptions: [
        {
          taskId: '1f3c5a70-58d1-e411-80c3-00155d36955e',
          contactId: '092a2bc9-58d1-e411-80c3-00155d36955e',
          alertTypes: ['Down', 'Up'],
        },
      ],
      sendNews: true,
      sendPressRelease: true,
      sendBillingNotifications: true,
    }),
    email('blazej.lopuszanski', { sendBillingNotifications: true }),
    email('mikolaj.rozecki', { reportFormat: 'ShortText', alertDelay: 15 }),
    email('zofia.wojcik', { address: 'zofia.wojcik@EXAMPLE.COM' }),
    email('grzegorz.brzeczyszczykiewicz', { alertDelay: 60 }),
    email('swietoslawa.zolc', { sendNews: true }),
    email('jozef.dabrowski', { confirmed: false, code: '64700' }),
    email('malgorzata.szymanska', { activePeriodStart: '22:00', activePeriodEnd: '06:00', reportFormat: 'ShortText' }),
    email('lukasz.kaminski', { billingOverlimit: ['EmailAlerts'], alertDelay: 5 }),
    email('jan.nowak', {}),
    email('jan.nowak', {
      address: 'JAN.NOWAK@example.com',
      name: 'Jan Nowak (dyżur)',
      activeDays: ['Saturday', 'Sunday'],
    }),
    email('janina.nowak', { confirmed: false }),
    email('ewa.gorska', { name: null }),
    email('tomasz.mazur', { alertDelay: 720 }),
    email('john.obrien', { address: "John.O'Brien@example.com", name: "O'Brien, John" }),
    email('francois.lhopital', { activePeriodStart: '00:00', activePeriodEnd: '23:59' }),
    { contactType: 'Email', address: 'info@example.com', name: '', confirmed: true, sendBillingNotifications: true },
    {
      contactType: 'Email',
      address: 'night+shift@example.com',
      name: 'Kierownik "zmiana nocna" & <dyżur> 100% 🚨',
      confirmed: true,
      alertDelay: 30,
    },
    {
      contactType: 'Email',
      address: 'all-hands@example.com',
      name: `Wszyscy: ${PEOPLE.slice(0, 20).map(fullName).join(', ')}`,
      confirmed: true,
    },
  ];
}

function texts(): SeedContact[] {
  return [
    sms('anna.kowalska', { alertDelay: 5, activeDays: ['Saturday', 'Sunday'] }),
    sms('blazej.lopuszanski', { address: '600700800', gateway: 'infobip' }),
    sms('piotr.piotrowski', { gateway: 'twiliosms' }),
    sms('ola.cwik', { alertDelay: 180 }),
    sms('stanislaw.grabowski', { gateway: 'skype' }),
    sms('barbara.nowicka', { address: '517999222' }),
    sms('henryk.slusarczyk', { gateway: 'clickatella' }),
    sms('irena.pawlowska', { activePeriodStart: '18:30', activePeriodEnd: '07:15' }),
    sms('marek.michalski', { confirmed: false, code: '22934', billingOverlimit: ['SmsBalance', 'SmsAlerts'] }),
    sms('siobhan.nidhomhnaill', { gateway: 'infobip' }),
    { contactType: 'SMS', address: SWITCHBOARD, name: 'Centrala', confirmed: true },
    { contactType: 'SMS', address: SWITCHBOARD, name: 'Centrala – recepcja', confirmed: false },
  ];
}

function chats(): SeedContact[] {
  return [
    // An address that looks like an e-mail and is none.
    chat('natalia.adamczyk', { address: 'natalia.adamczyk@example.com', gateway: 'GTalk' }),
    chat('oskar.dudek', { address: 'oskar.dudek', gateway: 'SkypeChat' }),
    chat('patrycja.zajac', { address: 'live:patrycja_zajac', gateway: 'SkypeChat', confirmed: false }),
    chat('rafal.wieczorek', { address: 'Rafal.Wieczorek@example.com', gateway: 'GTalk' }),
  ];
}

function calls(): SeedContact[] {
  return [
    call('anna.kowalska', { alertDelay: 30 }),
    call('sylwia.jablonska', { activePeriodStart: '06:00', activePeriodEnd: '22:00', activeDays: WORKING_DAYS }),
    call('mary.smith', {}),
    call('jurgen.muller-ludenscheidt', { billingOverlimit: ['VoiceBalance'] }),
    { contactType: 'VoiceCall', address: SWITCHBOARD, name: 'Centrala', confirmed: true },
  ];
}

function email(mailbox: string, extra: Extra): SeedContact {
  const person = known(mailbox);
  return { contactType: 'Email', address: person.email, name: fullName(person), confirmed: true, ...extra };
}

function sms(mailbox: string, extra: Extra): SeedContact {
  return { contactType: 'SMS', address: digits(mailbox), name: fullName(known(mailbox)), confirmed: true, ...extra };
}

function chat(mailbox: string, extra: Extra & Pick<SeedContact, 'address'>): SeedContact {
  return { contactType: 'IM', name: fullName(known(mailbox)), confirmed: true, ...extra };
}

function call(mailbox: string, extra: Extra): SeedContact {
  return {
    contactType: 'VoiceCall',
    address: digits(mailbox),
    name: fullName(known(mailbox)),
    confirmed: true,
    ...extra,
  };
}

function known(mailbox: string): ExamplePerson {
  const person = PEOPLE.find(({ email: address }) => address === `${mailbox}@example.com`);
  if (!person) throw new Error(`nobody in the cast has the mailbox ${mailbox}`);
  return person;
}

function digits(mailbox: string): string {
  return known(mailbox).phone.slice(1);
}

function fullName({ first, last }: ExamplePerson): string {
  return `${first} ${last}`;
}

import type { Scenario } from './scenario.js';

/** Writes ICTCore's contacts, groups, trunks, accounts and users. */
export async function writeResources(scenario: Scenario): Promise<void> {
  await writePeople(scenario);
  await writeTrunks(scenario);
  await writeAccounts(scenario);
  await writeUsers(scenario);
}

async function writePeople({ write, make, upload }: Scenario): Promise<void> {
  const groupId = await make('createGroup', { input: { upstream: 'ictcore', name: 'New customers' } });
  await write('updateGroup', { id: groupId, input: { description: 'since November' } });
  const person = { firstName: 'Nowa', lastName: 'Osoba', phone: '+48500111999' };
  const contactId = await make('createContact', { input: { ictCore: person } });
  await write('updateContact', { id: contactId, input: { ictCore: { custom1: 'vip' } } });
  await write('addContactToGroup', { contactId, groupId });
  await write('removeContactFromGroup', { contactId, groupId });
  await write('deleteContact', { id: contactId });
  const rows = '"48500100200","Eva","New","eva@example.com","","","","",""\n';
  await upload('createGroupImport', { groupId }, { type: 'text/csv', text: rows });
  await write('deleteGroup', { id: groupId });
}

async function writeTrunks({ write, make }: Scenario): Promise<void> {
  const trunk = { name: 'trunk-waw-2', username: 'trunkline', host: 'sip.example.org', type: 'sip', serviceFlag: 3 };
  const id = await make('createTrunk', { input: trunk });
  await write('updateTrunk', { id, input: { weight: 30 } });
  await write('deleteTrunk', { id });
}

async function writeAccounts({ write, make, find }: Scenario): Promise<void> {
  const accountId = await make('createAccount', { input: { username: 'desk2', phone: '1002', active: false } });
  await write('updateAccount', { id: accountId, input: { firstName: 'Desk', lastName: 'Two' } });
  await write('setAccountSetting', { accountId, name: 'coverpage', value: 'sendcover' });
  await write('deleteAccountSetting', { accountId, name: 'coverpage' });

  const inbox = { name: 'Faxes of desk two', accountId };
  const programId = await make('createProgram', { input: { faxToEmail: inbox } });
  const others = await find('id', '{ programs(filter: { name: { eq: "Sms inbox" } }) { nodes { id } } }');
  // Release 1.2 calls it done and leaves the program where it was.
  await write('subscribeAccountToProgram', { accountId, programId: others }, 'UPSTREAM_REJECTED');
  await write('unsubscribeAccountFromProgram', { accountId, programId });
  await write('clearAccountPrograms', { accountId });

  const userId = await find('id', '{ users(filter: { username: { eq: "user" } }) { nodes { id } } }');
  await write('assignAccountOwner', { accountId, userId });
  await write('releaseAccount', { accountId });
  await write('deleteAccount', { id: accountId });
}

async function writeUsers({ write, make, find }: Scenario): Promise<void> {
  const user = { username: 'carol', password: 'a long passphrase', email: 'carol@example.com', active: true };
  const id = await make('createUser', { input: user });
  await write('updateUser', { id, input: { company: 'Trunkline' } });
  await write('setUserPassword', { id, password: 'another long passphrase' });
  const roleId = await find('upstreamId', '{ users { nodes { roles { upstreamId } } } }');
  await write('grantUserRole', { userId: id, roleId });
  await write('revokeUserRole', { userId: id, roleId });
  const permissionId = '1';
  // Real servers have the call, and always answer it with no.
  await write('grantUserPermission', { userId: id, permissionId }, 'UPSTREAM_REJECTED');
  await write('revokeUserPermission', { userId: id, permissionId });
  await write('deleteUser', { id });
}

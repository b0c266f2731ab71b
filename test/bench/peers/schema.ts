import { LISTS, readCloudContact, WHOLE_LIST } from './reads.js';

/** The schema of the peers that are written schema first. */
export const SCHEMA = `
  type Contact { id: ID!, name: String!, email: String, phone: String }
  type PbxContact { id: ID!, name: String!, email: String, phone: String, description: String }
  type Query {
    cloudContacts(limit: Int! = 100): [Contact!]!
    cloudContact(id: ID!): Contact
    pbxContacts(group: ID!): [PbxContact!]!
    monitoring: [Contact!]!
    cloud: [Contact!]!
    mail: [Contact!]!
    pbx: [Contact!]!
    sms: [Contact!]!
  }
`;

export const QUERY = {
  cloudContacts: (_: unknown, { limit }: { limit: number }) => LISTS.cloud(limit),
  cloudContact: (_: unknown, { id }: { id: string }) => readCloudContact(id),
  pbxContacts: (_: unknown, { group }: { group: string }) => LISTS.pbxGroup(group),
  monitoring: () => LISTS.monitoring(),
  cloud: () => LISTS.cloud(WHOLE_LIST),
  mail: () => LISTS.mail(),
  pbx: () => LISTS.pbx(),
  sms: () => LISTS.sms(),
};

import { operationsOf } from './operation.js';

/** Every operation of ICTCore's REST API guide, in its order, and the field of the graph that reaches it. */
export const ictCore = operationsOf(
  'ictcore',
  `
POST /authenticate | log in | reads | every field
GET /programs | programs | reads | Query.programs
GET /programs/{program_id} | one program | reads | SendFaxProgram.document
DELETE /programs/{program_id} | delete a program | writes | Mutation.deleteProgram
PUT /programs/{program_id}/transmissions => POST /transmissions | new transmission of a program (real servers: POST, and it makes another program) | writes | Mutation.createTransmission
GET /programs/{program_id}/transmissions | transmissions of a program | reads | Transmission.program
POST /programs/emailtofax | new e-mail to fax program | writes | Mutation.createProgram
POST /programs/faxtoemail | new fax to e-mail program | writes | Mutation.createProgram
POST /programs/receiveemail | new receive e-mail program | writes | Mutation.createProgram
POST /programs/receivefax | new receive fax program | writes | Mutation.createProgram
POST /programs/receivesms | new receive SMS program | writes | Mutation.createProgram
POST /programs/sendemail | new send e-mail program | writes | Mutation.createProgram
POST /programs/sendfax | new send fax program | writes | Mutation.createProgram
POST /programs/sendsms | new send SMS program | writes | Mutation.createProgram
POST /programs/voicemessage | new voice message program | writes | Mutation.createProgram
POST /programs/voicetts | new text to speech program | writes | Mutation.createProgram
POST /transmissions | new transmission | writes | Mutation.createTransmission
GET /transmissions | transmissions | reads | Query.transmissions
GET /transmissions/{transmission_id} | one transmission | reads | Transmission.title
DELETE /transmissions/{transmission_id} | delete a transmission | writes | Mutation.deleteTransmission
POST /transmissions/{transmission_id}/send | send | writes | Mutation.sendTransmission
POST /transmissions/{transmission_id}/retry | send again | writes | Mutation.retryTransmission
PUT /transmissions/{transmission_id}/schedule | send later | writes | Mutation.scheduleTransmission
DELETE /transmissions/{transmission_id}/schedule | do not send later | writes | Mutation.cancelTransmissionSchedule
GET /transmissions/{transmission_id}/clone | copy a transmission | writes | Mutation.cloneTransmission
POST /contacts | new contact | writes | Mutation.createContact
GET /contacts | contacts | reads | Query.contacts
GET /contacts/{contact_id} | one contact | reads | Query.contact
PUT /contacts/{contact_id} | change a contact | writes | Mutation.updateContact
DELETE /contacts/{contact_id} | delete a contact | writes | Mutation.deleteContact
PUT /contacts/{contact_id}/link/{group_id} | put a contact into a group | writes | Mutation.addContactToGroup
DELETE /contacts/{contact_id}/link/{group_id} | take a contact out of a group | writes | Mutation.removeContactFromGroup
POST /groups | new group | writes | Mutation.createGroup
GET /groups | groups | reads | Query.groups
GET /groups/{group_id} | one group | reads | IctCoreGroup.description
PUT /groups/{group_id} | change a group | writes | Mutation.updateGroup
DELETE /groups/{group_id} | delete a group | writes | Mutation.deleteGroup
GET /groups/{group_id}/contacts | contacts of a group | reads | Group.contacts
POST /groups/{group_id}/csv | import contacts as CSV | writes | Mutation.createGroupImport
GET /groups/{group_id}/csv | export contacts as CSV | reads | IctCoreGroup.csvUrl
GET /groups/sample/csv | sample of a CSV file | reads | IctCoreGroup.csvSampleUrl
POST /campaigns | new campaign | writes | Mutation.createCampaign
GET /campaigns | campaigns | reads | Query.campaigns
PUT /campaigns/{campaign_id} | change a campaign | writes | Mutation.updateCampaign
GET /campaigns/{campaign_id} | one campaign | reads | Query.node
DELETE /campaigns/{campaign_id} | delete a campaign | writes | Mutation.deleteCampaign
PUT /campaigns/{campaign_id}/start | start a campaign | writes | Mutation.startCampaign
PUT /campaigns/{campaign_id}/stop | stop a campaign | writes | Mutation.stopCampaign
POST /campaigns/{campaign_id}/start/schedule | start later | writes | Mutation.scheduleCampaignStart
POST /campaigns/{campaign_id}/stop/schedule | stop later | writes | Mutation.scheduleCampaignStop
POST /campaigns/{campaign_id}/schedule => DELETE /campaigns/{campaign_id}/schedule | cancel a schedule (real servers have no such POST) | writes | Mutation.cancelCampaignSchedule
POST /messages/documents | new document | writes | Mutation.createDocument
GET /messages/documents | documents | reads | Query.messages
GET /messages/documents/{document_id} | one document | reads | Document.quality
PUT /messages/documents/{document_id} | change a document | writes | Mutation.updateDocument
DELETE /messages/documents/{document_id} | delete a document | writes | Mutation.deleteMessage
PUT /messages/documents/{document_id}/media | upload a document's pages | writes | Mutation.createMediaUpload
GET /messages/documents/{document_id}/media | download a document's pages | reads | Document.mediaUrl
POST /messages/recordings | new recording | writes | Mutation.createRecording
GET /messages/recordings | recordings | reads | Query.messages
GET /messages/recordings/{recording_id} | one recording | reads | Recording.codec
PUT /messages/recordings/{recording_id} | change a recording | writes | Mutation.updateRecording
DELETE /messages/recordings/{recording_id} | delete a recording | writes | Mutation.deleteMessage
PUT /messages/recordings/{recording_id}/media | upload a recording | writes | Mutation.createMediaUpload
GET /messages/recordings/{recording_id}/media | download a recording | reads | Recording.mediaUrl
POST /messages/templates | new template | writes | Mutation.createTemplate
GET /messages/templates | templates | reads | Query.messages
GET /messages/templates/{template_id} | one template | reads | Template.body
PUT /messages/templates/{template_id} | change a template | writes | Mutation.updateTemplate
DELETE /messages/templates/{template_id} | delete a template | writes | Mutation.deleteMessage
PUT /messages/templates/{template_id}/media | upload an attachment | writes | Mutation.createMediaUpload
GET /messages/templates/{template_id}/media | download an attachment | reads | Template.mediaUrl
POST /messages/texts | new text | writes | Mutation.createText
GET /messages/texts | texts | reads | Query.messages
GET /messages/texts/{text_id} | one text | reads | Text.data
PUT /messages/texts/{text_id} | change a text | writes | Mutation.updateText
DELETE /messages/texts/{text_id} | delete a text | writes | Mutation.deleteMessage
GET /transmissions/{transmission_id}/status | status of a transmission | reads | Transmission.status
GET /transmissions/{transmission_id}/detail | attempts of a transmission | reads | Transmission.attempts
GET /transmissions/{transmission_id}/result | results of a transmission | reads | Transmission.results
GET /spools/{spool_id}/status | status of an attempt | reads | TransmissionAttempt.status
GET /spools/{spool_id}/result | results of an attempt | reads | TransmissionAttempt.results
POST /accounts | new account | writes | Mutation.createAccount
GET /accounts | accounts | reads | Query.accounts
GET /accounts/{account_id} | one account | reads | Account.address
PUT /accounts/{account_id} | change an account | writes | Mutation.updateAccount
DELETE /accounts/{account_id} | delete an account | writes | Mutation.deleteAccount
PUT /accounts/{account_id}/programs/{program_id} | subscribe an account to a program | writes | Mutation.subscribeAccountToProgram
DELETE /accounts/{account_id}/programs/{program_id} | unsubscribe an account | writes | Mutation.unsubscribeAccountFromProgram
DELETE /accounts/{account_id}/programs | unsubscribe an account from all | writes | Mutation.clearAccountPrograms
PUT /accounts/{account_id}/users/{user_id} | give an account to a user | writes | Mutation.assignAccountOwner
DELETE /accounts/{account_id}/users | take an account from its user | writes | Mutation.releaseAccount
GET /accounts/{account_id}/settings/{name} | a setting of an account | reads | Account.setting
PUT /accounts/{account_id}/settings/{name} | change a setting | writes | Mutation.setAccountSetting
DELETE /accounts/{account_id}/settings/{name} | delete a setting | writes | Mutation.deleteAccountSetting
POST /users | new user | writes | Mutation.createUser
GET /users | users | reads | Query.users
GET /users/{user_id} | one user | reads | User.company
PUT /users/{user_id} | change a user | writes | Mutation.updateUser
DELETE /users/{user_id} | delete a user | writes | Mutation.deleteUser
PUT /users/{user_id}/password | change a password | writes | Mutation.setUserPassword
PUT /users/{user_id}/roles/{role_id} | give a role | writes | Mutation.grantUserRole
DELETE /users/{user_id}/roles/{role_id} | take a role | writes | Mutation.revokeUserRole
PUT /users/{user_id}/permissions/{permission_id} | give a permission | writes | Mutation.grantUserPermission
DELETE /users/{user_id}/permissions/{permission_id} | take a permission | writes | Mutation.revokeUserPermission
POST /providers | new trunk | writes | Mutation.createTrunk
GET /providers | trunks | reads | Query.gateways
PUT /providers/{provider_id} | change a trunk | writes | Mutation.updateTrunk
GET /providers/{provider_id} | one trunk | reads | IctCoreTrunk.port
DELETE /providers/{provider_id} | delete a trunk | writes | Mutation.deleteTrunk
`,
  '/api',
);

import { isText, type Operation, type Place, placeName } from './description.ts';

/** Things of a client. What one caller may not see of these is foreign to them. */
export const CLIENT_KINDS = [
  'client',
  'ticket',
  'contact',
  'site',
  'file',
  'looseFile',
  'message',
  'item',
  'event',
  'recurring',
  'mail',
  'incoming',
  'clientProvider',
  'page',
  'policy',
  'article',
  'articleFile',
  'flag',
  'offer',
  'vote',
  'task',
  'delegation',
  'catalogueItem',
  'portalImage',
  'announcement',
  'alert',
  'alertRule',
  'changePeriod',
  'improvement',
  'timeEntry',
  'contract',
  'contractLine',
  'rate',
  'charge',
  'countSnapshot',
  'invoice',
  'invoiceLine',
  'knownError',
  'proposal',
  'calendarFeed',
  'device',
  'relation',
  'scriptRun',
  'duplicate',
  'baseline',
  'enrolmentKey',
  'agentReport',
  'change',
  'major',
  'outage',
] as const;
/** Things that are one staff member's alone. */
export const PRIVATE_KINDS = [
  'view',
  'reply',
  'macro',
  'apiKey',
  'bulk',
  'simulation',
  'session',
  'passkey',
  'identity',
  'timer',
] as const;
/** Things of the provider, the same for everybody. */
export const PROVIDER_KINDS = [
  'staff',
  'leave',
  'team',
  'group',
  'service',
  'category',
  'template',
  'checklist',
  'schedule',
  'cabBoard',
  'cabMeeting',
  'override',
  'escalationPath',
  'field',
  'identityProvider',
  'slaCalendar',
  'mailbox',
  'connector',
  'connectorCall',
  'script',
  'changeModel',
  'changeRule',
  'advisory',
  'valueStream',
  'workType',
  'taxRate',
  'staffCost',
  'billingRun',
  'vendorList',
  'vendorProduct',
] as const;
/** Words that find things. */
export const WORD_KINDS = ['word', 'tag', 'custom'] as const;

export type Kind =
  | (typeof CLIENT_KINDS)[number]
  | (typeof PRIVATE_KINDS)[number]
  | (typeof PROVIDER_KINDS)[number]
  | (typeof WORD_KINDS)[number];

/** What a value refers to, by the name of its field. */
const REFERENCES: Readonly<Record<string, Kind>> = {
  idOrKey: 'ticket',
  ticketId: 'ticket',
  parentId: 'ticket',
  duplicateOfId: 'ticket',
  mergeInto: 'ticket',
  into: 'ticket',
  linkTo: 'ticket',
  ids: 'ticket',
  ticketIds: 'ticket',
  knownErrorId: 'knownError',
  clientId: 'client',
  clientIds: 'client',
  requesterId: 'contact',
  managerId: 'contact',
  forContactId: 'contact',
  toContactId: 'contact',
  catalogueItemId: 'catalogueItem',
  catalogueItemIds: 'catalogueItem',
  offerId: 'offer',
  voteId: 'vote',
  taskId: 'task',
  delegationId: 'delegation',
  providerId: 'clientProvider',
  groupIds: 'group',
  sameAs: 'contact',
  servesId: 'client',
  mailboxId: 'mailbox',
  connectorId: 'connector',
  callId: 'connectorCall',
  scriptId: 'script',
  siteId: 'site',
  siteIds: 'site',
  attachmentIds: 'looseFile',
  messageIds: 'message',
  itemId: 'item',
  eventId: 'event',
  macroId: 'macro',
  assigneeId: 'staff',
  staffId: 'staff',
  ownerId: 'staff',
  articleId: 'article',
  answeredWith: 'article',
  announcementId: 'announcement',
  causeId: 'alert',
  itemIds: 'device',
  boardId: 'cabBoard',
  meetingId: 'cabMeeting',
  changeId: 'change',
  feedId: 'calendarFeed',
  otherId: 'device',
  fromId: 'device',
  toId: 'device',
  keep: 'device',
  flagId: 'flag',
  enrolmentKeyId: 'enrolmentKey',
  reportId: 'agentReport',
  actorId: 'staff',
  leaveId: 'leave',
  sessionId: 'session',
  keyId: 'apiKey',
  teamId: 'team',
  teamIds: 'team',
  escalatesToId: 'team',
  groupId: 'group',
  serviceId: 'service',
  serviceIds: 'service',
  categoryId: 'category',
  streamId: 'valueStream',
  workTypeId: 'workType',
  workTypeIds: 'workType',
  contractId: 'contract',
  lineId: 'contractLine',
  lineIds: 'invoiceLine',
  snapshotId: 'countSnapshot',
  productId: 'vendorProduct',
  invoiceId: 'invoice',
  taxRateId: 'taxRate',
  entryIds: 'timeEntry',
  categoryIds: 'category',
  templateId: 'template',
  checklistId: 'checklist',
  members: 'staff',
  scheduleId: 'schedule',
  overrideId: 'override',
  pathId: 'escalationPath',
  escalationPathId: 'escalationPath',
  abovePolicyId: 'policy',
  q: 'word',
  tag: 'tag',
};

/** The same where the name alone does not say it: by the beginning of the operation's address, then the place. */
const REFERENCES_AT: readonly (readonly [address: RegExp, place: RegExp, kind: Kind])[] = [
  [/^\/(portal\/)?requests/, /\.itemId$/, 'catalogueItem'],
  [/^\/catalogue-items/, /\.itemId$/, 'catalogueItem'],
  [/^\/catalogue-items/, /\.approvers\.\[\]\.id$/, 'contact'],
  [/^\/changes/, /^path\.idOrKey$/, 'change'],
  [/^\/changes/, /^body\.modelId$/, 'changeModel'],
  [/^\/changes\/.*\/incidents/, /\.incident$/, 'ticket'],
  [/^\/change-models\//, /^path\.id$/, 'changeModel'],
  [/^\/change-rules\//, /^path\.id$/, 'changeRule'],
  [/^\/change-rules\/simulate$/, /^body\.id$/, 'changeRule'],
  [/^\/change-rules/, /\.approvers\.\[\]\.id$/, 'staff'],
  [/^\/changes/, /^body\.itemIds\.\[\]$/, 'device'],
  [/^\/changes/, /^body\.problem$/, 'ticket'],
  [/^\/major-incidents/, /^path\.idOrKey$/, 'major'],
  [/^\/major-incidents/, /^body\.tickets?(\.\[\])?$/, 'ticket'],
  [/^\/clients\//, /^path\.id$/, 'client'],
  [/^\/client-groups\//, /^path\.id$/, 'group'],
  [/^\/contacts\//, /^path\.id$/, 'contact'],
  [/^\/files\//, /^path\.id$/, 'file'],
  [/^\/messages\//, /^path\.id$/, 'message'],
  [/^\/(articles|portal\/knowledge|public\/knowledge)\//, /^path\.id$/, 'article'],
  [/^\/(portal\/)?announcements\//, /^path\.id$/, 'announcement'],
  [/^\/alerts\//, /^path\.id$/, 'alert'],
  [/^\/alert-rules\//, /^path\.id$/, 'alertRule'],
  [/^\/problem-proposals\//, /^path\.id$/, 'proposal'],
  [/^\/improvements\//, /^path\.id$/, 'improvement'],
  [/^\/improvements\/about$/, /^query\.id$/, 'ticket'],
  [/^\/improvements/, /^body\.(source|links\.\[\])\.id$/, 'ticket'],
  [/^\/value-streams\//, /^path\.id$/, 'valueStream'],
  [/^\/time\//, /^path\.id$/, 'timeEntry'],
  [/^\/me\/timers\//, /^path\.id$/, 'timer'],
  [/^\/work-types\//, /^path\.id$/, 'workType'],
  [/^\/contracts\//, /^path\.id$/, 'contract'],
  [/^\/contracts\//, /\.covers\.staffIds\.\[\]$/, 'staff'],
  [/^\/contracts\//, /\.covers\.contactIds\.\[\]$/, 'contact'],
  [/^\/rates\//, /^path\.id$/, 'rate'],
  [/^\/charges\//, /^path\.id$/, 'charge'],
  [/^\/(portal\/)?invoices\//, /^path\.id$/, 'invoice'],
  [/^\/accounting\/clients\//, /^path\.id$/, 'client'],
  [/^\/billing-runs\//, /^path\.id$/, 'billingRun'],
  [/^\/vendor-lists\//, /^path\.id$/, 'vendorList'],
  [/^\/invoices\/table$/, /^query\.runId$/, 'billingRun'],
  [/^\/tax-rates\//, /^path\.id$/, 'taxRate'],
  [/^\/staff-costs\//, /^path\.id$/, 'staffCost'],
  [/^\/problem-advisories\//, /^path\.id$/, 'advisory'],
  [/^\/alert-rules\/simulate$/, /^body\.id$/, 'alertRule'],
  [/^\/change-periods\//, /^path\.id$/, 'changePeriod'],
  [/^\/items\//, /^path\.id$/, 'device'],
  [/^\/items(\/(count|table))?$/, /^query\.id(\.\[\])?$/, 'device'],
  [/^\/tickets\/.*\/(items|remote-sessions|script-runs)/, /\.itemId$/, 'device'],
  [/^\/scripts\//, /^path\.id$/, 'script'],
  [/^\/script-runs\//, /^path\.id$/, 'scriptRun'],
  [/^\/items/, /\.(contactId|usedBy)$/, 'contact'],
  [/^\/item-relations\//, /^path\.id$/, 'relation'],
  [/^\/item-duplicates\//, /^path\.id$/, 'duplicate'],
  [/^\/baselines\//, /^path\.id$/, 'baseline'],
  [/^\/article-files\//, /^path\.id$/, 'articleFile'],
  [/^\/portal\/tickets/, /\.contactIds?(\.\[\])?$/, 'contact'],
  [/^\/portal-images\//, /^path\.id$/, 'portalImage'],
  [/^\/recurring-tickets\//, /^path\.id$/, 'recurring'],
  [/^\/mail\/outgoing\//, /^path\.id$/, 'mail'],
  [/^\/mail\/incoming\//, /^path\.id$/, 'incoming'],
  [/^\/mail\/incoming\//, /^body\.contactId$/, 'contact'],
  [/\/request\/votes\//, /^body\.contactId$/, 'contact'],
  [/^\/portal\/sessions$/, /^body\.contactId$/, 'contact'],
  [/^\/mail\/mailboxes\//, /^path\.id$/, 'mailbox'],
  [/^\/connectors\//, /^path\.id$/, 'connector'],
  [/^\/service-levels\/policies\//, /^path\.id$/, 'policy'],
  [/^\/service-levels\/calendars\//, /^path\.id$/, 'slaCalendar'],
  [/^\/service-levels\/simulations\//, /^path\.id$/, 'simulation'],
  [/^\/service-levels\/simulations$/, /\.policies\.\[\]\.id$/, 'policy'],
  [/^\/service-levels\/simulations$/, /\.calendars\.\[\]\.id$/, 'slaCalendar'],
  [/^\/service-levels/, /\.staffIds\.\[\]$/, 'staff'],
  [/^\/views\//, /^path\.id$/, 'view'],
  [/^\/views\/counts/, /^query\.id/, 'view'],
  [/^\/canned-replies\//, /^path\.id$/, 'reply'],
  [/^\/macros\//, /^path\.id$/, 'macro'],
  [/^\/bulk-changes\//, /^path\.id$/, 'bulk'],
  [/^\/api-keys\//, /^path\.id$/, 'apiKey'],
  [/^\/me\/sessions\//, /^path\.id$/, 'session'],
  [/^\/me\/passkeys\//, /^path\.id$/, 'passkey'],
  [/^\/me\/identities\//, /^path\.id$/, 'identity'],
  [/^\/staff\//, /^path\.id$/, 'staff'],
  [/^\/teams\//, /^path\.id$/, 'team'],
  [/^\/(services|service-offerings)\//, /^path\.id$/, 'service'],
  [/^\/outages\//, /^path\.id$/, 'outage'],
  [/^\/(services|outages)\//, /^body\.tickets(\.\[\])?$/, 'ticket'],
  [/^\/(services|outages)\//, /^body\.alertIds(\.\[\])?$/, 'alert'],
  [/^\/(services|outages)\//, /^body\.announcementIds(\.\[\])?$/, 'announcement'],
  [/^\/categories/, /\.(id|parentId)$/, 'category'],
  [/^\/custom-fields\//, /^path\.id$/, 'field'],
  [/^\/ticket-templates\//, /^path\.id$/, 'template'],
  [/^\/checklists\//, /^path\.id$/, 'checklist'],
  [/^\/on-call\/schedules\//, /^path\.id$/, 'schedule'],
  [/^\/escalation-paths\//, /^path\.id$/, 'escalationPath'],
  [/^\/pages\//, /^path\.id$/, 'page'],
  [/^\/identity-providers\//, /^path\.id$/, 'identityProvider'],
  [/\/watchers$/, /^body\.id$/, 'contact'],
  [/\/links$/, /^body\.to$/, 'ticket'],
  [/^\/macros/, /\.link\.to$/, 'ticket'],
  [/^\/macros/, /\.watch\.id$/, 'contact'],
  [/^\/settings/, /^(body|query)\.id$/, 'client'],
  [/^\/audit$/, /^query\.subjectId$/, 'ticket'],
  [/^\/(tickets|views|bulk-changes)/, /\.custom\.\[\]$/, 'custom'],
];

/** Fields whose texts refer to nothing of anybody's. */
const TEXTS = new Set(
  `address addTags add authenticatorAttachment attestationObject authenticatorData body cause checklist clientDataJSON
  clientLabel clientName clientSecret code columns comment country current cursor description domain effects email emailDomains
  externalId externalRef folder from fromAddress fromName guards handOverTime help host initial issuer key label language mailCode mspName name networks note notes options password
  after audience containing csv currency effect field heading original role roles summary value words
  assetTag attribute classKey parentKey unit vendor newProduct
  permission phone place priorityReason rawId reason region remark remove requires resolutionCode resolutionCodes resolutionNote returnTo
  roleKey roleKeys shortcut signature selector skills status subject tags text time timeZone title token transports trustedServers userHandle username why
  demand step statuses idea learnt toldTitle means symptoms workaround because message causes`.split(/\s+/),
);
const TEXTS_AT: readonly (readonly [address: RegExp, place: RegExp])[] = [
  [/^\/problem-advisories$/, /^body\.(url|vendor|product|reference)$/],
  [/^\/problem-advisories\/(preview|import)$/, /^body\.list$/],
  [/\/sla\//, /^path\.target$/],
  // When a service is agreed to be there: hours of the provider.
  [/^\/(service-offerings|clients\/)/, /^body\.calendar$/],
  // Which system tells of it, the provider’s.
  [/^\/items(\/(count|table))?$/, /^query\.sourceId$/],
  [/^\/item-relations$/, /^body\.kind$/],
  [/^\/items/, /^body\.attributes/],
  [/\/flips$/, /^query\.target$/],
  // An address that everybody may open, and what it looks like.
  [/^\/(public\/portal|portal\/(sign-in|sessions|password-mails))/, /^(query|body)\.(for|v)$/],
  [/^\/portal\/sign-in\//, /^path\.id$/],
  // A text by where it stands: see the tests of the portal's words.
  [/^\/words/, /^(body\.id|query\.kind)$/],
  // Which versions of an article are compared.
  [/\/diff$/, /^query\.(before|after)$/],
  [/^\/service-levels\/board$/, /^query\.target$/],
  // Conditions, and the calendars and paths of the provider that a policy names.
  [/^\/service-levels/, /\.(condition|calendar|start|pause|stop|reset|cancel|date|hours\.\[\]\.to)$/],
  // What an authenticator or another identity provider calls things.
  [/passkey/, /^body\.response\./],
  [/identity-providers/, /^body\.clientId$/],
  [/saml/, /^body\.(entityId|signOnUrl|certificates\.\[\]|xml|SAMLResponse|RelayState)$|^query\.handle$/],
  // Which system is meant is the provider's; what a condition says.
  [/^\/alerts$/, /^query\.(connectorId|itemId)$/],
  [/^\/alert-rules/, /\.condition$/],
  // What is said of a major incident, and where it goes.
  [/^\/major-incidents/, /^body\.(to|bridge|toldTitle|criteria\.\[\]|happened|wentWell|toImprove|forClients)$/],
  // What a change plans.
  [/^\/change(s|-models)/, /\.plans\./],
  [/^\/change-rules/, /\.condition$/],
  [/^\/change-models/, /^body\.lifecycle$/],
  // Of the provider.
  [/^\/lifecycles/, /^path\.kind$/],
  // Statuses.
  [/\/transitions$/, /^body\.to$/],
  [/./, /\.transition\.to$/],
  [/^\/lifecycles/, /\.to$/],
  // Times of day.
  [/^\/on-call/, /\.hours\.\[\]\.to$/],
  // What a mailbox’s provider says, and which application asks.
  [/^\/mail\/mailboxes/, /\.oauth\.|\.graph\.url$/],
  // What other systems call their things, and how they are reached.
  [/^\/connectors/, /(provider|baseUrl|[Ee]xternalIds?(\.\[\])?|Header|hookSecret|hookSignatureKey)$/],
  // Digits, and what stands on paper.
  [
    /^\/(contracts|charges|rates|tax-rates|staff-costs)/,
    /^body\.(quantity|price|perHour|percent|upliftPercent|afterHours|holiday|reference)$/,
  ],
  [/^\/clients\/.*\/billing$/, /^body\.(legalName|taxNumber|reference|mail)$/],
  // An account of the provider’s own books.
  [/^\/invoices\/table$/, /^query\.account$/],
  // What Xero calls its things, and how it is reached.
  [/^\/accounting/, /(organisationId|\.contact\.id|oauthClient(Id|Secret)|webhookKey|(authorize|token|api)Url)$/],
  // Words of the event log.
  [/^\/audit$/, /^query\.(type\.\[\]|subjectType)$/],
];
const FORMATS = new Set(['date', 'date-time', 'email']);

export type Meaning = Kind | 'text' | null;

/** What the value at a place refers to, 'text' for nothing, null where nobody has said. */
export function meaningOf(operation: Operation, place: Place): Meaning {
  const at = placeName(place);
  if (TEXTS_AT.some(([address, where]) => address.test(operation.url) && where.test(at))) return 'text';
  const special = REFERENCES_AT.find(([address, where]) => address.test(operation.url) && where.test(at));
  if (special) return special[2];
  const name = place.path.findLast((part) => part !== '[]') ?? '';
  const byName = REFERENCES[name];
  if (byName) return byName;
  const isReference = place.schema.format === 'uuid';
  if (isReference) return null;
  if (!isText(place) || FORMATS.has(place.schema.format ?? '') || TEXTS.has(name)) return 'text';
  return null;
}

/** Places of which nobody has said what they refer to: a new route is not swept until somebody does. */
export function unknownPlaces(operations: readonly Operation[], placesOf: (one: Operation) => Place[]): string[] {
  return operations.flatMap((operation) =>
    placesOf(operation)
      .filter((place) => meaningOf(operation, place) === null)
      .map(
        (place) =>
          `${operation.name}: nobody says what ${placeName(place)} refers to (tests/isolation/sweep/vocabulary.ts)`,
      ),
  );
}

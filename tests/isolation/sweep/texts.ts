/** Fields whose texts refer to nothing of anybody's. */
export const TEXTS = new Set(
  `address addTags add authenticatorAttachment attestationObject authenticatorData body cause checklist clientDataJSON
  clientLabel clientName clientSecret code columns comment country current cursor description domain effects email emailDomains
  externalId externalRef folder from fromAddress fromName guards handOverTime help host initial issuer key label language mailCode mspName name networks note notes options password
  after audience containing csv currency effect field heading original role roles summary value words
  assetTag attribute classKey parentKey unit vendor newProduct
  permission phone place priorityReason rawId reason region remark remove requires resolutionCode resolutionCodes resolutionNote returnTo
  roleKey roleKeys shortcut signature selector skills status subject tags text time timeZone title token transports trustedServers userHandle username why
  demand step statuses idea learnt toldTitle means symptoms workaround because message causes`.split(/\s+/),
);
/** The same by the beginning of the operation's address, then the place. */
export const TEXTS_AT: readonly (readonly [address: RegExp, place: RegExp])[] = [
  [/^\/contracts\/\{id\}\/what-if$/, /^body\.lines\.\[\]\.(quantity|price|percent)$/],
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
    /^\/(contracts|contract-templates|charges|rates|tax-rates|staff-costs)/,
    /^body\.(?:lines\.\[\]\.)?(quantity|price|perHour|percent|upliftPercent|afterHours|holiday|reference|terms)$/,
  ],
  [/^\/(portal\/)?quotes/, /^body\.(introduction|terms|lines\.\[\]\.(quantity|price|discount|cost|supplier|group))$/],
  [/^\/expense(s|-kinds)/, /^body\.(quantity|markup|clientNote|receiptAbove|rates\.\[\]\.price)$/],
  [/^\/order-lines/, /^body\.(supplier|reference|cost)$/],
  [/^\/products/, /^body\.(supplier|prices\.\[\]\.(price|cost))$/],
  [/^\/project(s|-templates)/, /(^body\.budget|\.percent)$/],
  [/^\/clients\/.*\/billing$/, /^body\.(legalName|taxNumber|reference|mail)$/],
  // An account of the provider’s own books.
  [/^\/invoices\/table$/, /^query\.account$/],
  // What Xero calls its things, and how it is reached.
  [/^\/accounting/, /(organisationId|\.contact\.id|oauthClient(Id|Secret)|webhookKey|(authorize|token|api)Url)$/],
  // Words of the event log.
  [/^\/audit$/, /^query\.(type\.\[\]|subjectType)$/],
];

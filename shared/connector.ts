import Type, { type Static } from 'typebox';
import {
  CALL_STATES,
  CONNECTOR_STATES,
  CONNECTOR_TASKS,
  FAULT_KINDS,
  PROVIDER_KINDS,
  RUN_KINDS,
  RUN_STATES,
} from './connector-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';

/** The key of a field or provider: letters and digits, as programs name things. */
const Key = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z][A-Za-z0-9._-]*$' });
/** The id of something at the vendor. */
const ExternalId = Type.String({ minLength: 1, maxLength: 200 });
const Url = Type.String({ maxLength: 2_000 });

const FieldView = Type.Object({
  key: Type.String(),
  label: Type.String(),
  help: Type.String(),
  secret: Type.Boolean(),
  required: Type.Boolean(),
  type: OneOf(['text', 'url', 'number', 'choice']),
  choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  default: Type.String(),
});

/** A kind of system that can be connected, with the fields of its form. */
export const ConnectorKind = Type.Object({
  key: Type.String(),
  name: Type.String(),
  kind: OneOf(PROVIDER_KINDS),
  abilities: Type.Object({
    devices: Type.Boolean(),
    software: Type.Boolean(),
    alerts: Type.Boolean(),
    resolve: Type.Boolean(),
    acknowledge: Type.Boolean(),
    scripts: Type.Boolean(),
    webhook: Type.Boolean(),
    subscribe: Type.Boolean({ description: 'Whether Fettle can tell it by its API where to call' }),
  }),
  fields: Type.Array(FieldView),
  needsAddress: Type.Boolean({ description: 'Whether Fettle calls it; what only calls Fettle has no base address' }),
  addressHelp: Type.String({
    description: 'What that address looks like and where it is found; empty where that is not said',
  }),
});
export type ConnectorKind = Static<typeof ConnectorKind>;
export const ConnectorKinds = Type.Object({ items: Type.Array(ConnectorKind) });

const Values = Type.Record(Key, Type.String({ maxLength: 10_000 }), { maxProperties: 60 });
const Network = Type.String({
  maxLength: 60,
  pattern: '^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$',
  description: 'An address or a network, such as 203.0.113.0/24',
});
const HeaderName = Type.String({ maxLength: 100, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]*$" });

/** How calls from the system are proven, besides by their unguessable address. */
const Hook = Type.Object({
  networks: Type.Array(Network, { maxItems: 50, description: 'Where calls may come from; empty: from anywhere' }),
  signatureHeader: HeaderName,
  timeHeader: HeaderName,
});

const settable = {
  name: Name,
  baseUrl: Url,
  values: Values,
  servesId: Nullable(Id),
  fullMinutes: Type.Integer({ minimum: 15, maximum: 43_200 }),
  changesMinutes: Type.Integer({ minimum: 1, maximum: 10_080 }),
  alertsMinutes: Type.Integer({ minimum: 1, maximum: 1_440 }),
  hook: Hook,
  /** Write-only; null takes it away. What calls bring in the header X-Fettle-Secret. */
  hookSecret: Nullable(Type.String({ minLength: 16, maxLength: 500 })),
  /** Write-only; null takes it away. By what the signature of a call is made (HMAC-SHA256). */
  hookSignatureKey: Nullable(Type.String({ minLength: 8, maxLength: 500 })),
};

export const CreateConnector = Type.Object({
  provider: Key,
  ...Type.Partial(Type.Object(settable)).properties,
  name: settable.name,
});
export type CreateConnector = Static<typeof CreateConnector>;
export const UpdateConnector = Type.Object({ version: Version, ...Type.Partial(Type.Object(settable)).properties });
export type UpdateConnector = Static<typeof UpdateConnector>;

/** What is tried before it is saved; with `connectorId`, secrets that are left out are those that are saved. */
export const TryConnector = Type.Object({
  provider: Key,
  baseUrl: Type.Optional(Url),
  values: Type.Optional(Values),
  connectorId: Type.Optional(Id),
});
export type TryConnector = Static<typeof TryConnector>;

export const ConnectorTried = Type.Object({
  works: Type.Boolean(),
  says: Type.String({ description: 'Whose account it is, or what is in the way' }),
  advice: Type.String({ description: 'What to do about it; empty where it works' }),
  sites: Nullable(Type.Integer()),
  devices: Nullable(Type.Integer({ description: 'As the system counts them at its sites; null where it does not' })),
});
export type ConnectorTried = Static<typeof ConnectorTried>;

const Trouble = Type.Object({
  kind: OneOf(FAULT_KINDS),
  text: Type.String(),
  advice: Type.String(),
  at: Instant,
});

/** How one of the works that come again and again is going. */
const TaskView = Type.Object({
  task: OneOf(CONNECTOR_TASKS),
  nextAt: Instant,
  fullAt: Nullable(Instant),
  goodAt: Nullable(Instant),
  goodFullAt: Nullable(Instant),
  running: Type.Boolean(),
  trouble: Nullable(Trouble),
});

export const ConnectorView = Type.Object({
  id: Id,
  provider: Type.String(),
  providerName: Type.String(),
  kind: OneOf(PROVIDER_KINDS),
  name: Type.String(),
  baseUrl: Type.String(),
  values: Type.Record(Type.String(), Type.String()),
  /** The secrets that are set, each with its last characters where it is long enough. */
  secrets: Type.Array(Type.Object({ field: Type.String(), ending: Type.String(), setAt: Instant })),
  state: OneOf(CONNECTOR_STATES),
  servesId: Nullable(Id),
  servesName: Nullable(Type.String()),
  fullMinutes: Type.Integer(),
  changesMinutes: Type.Integer(),
  alertsMinutes: Type.Integer(),
  hook: Hook,
  hookMadeAt: Nullable(Instant),
  tasks: Type.Array(TaskView),
  sites: Type.Object({ mapped: Type.Integer(), unmapped: Type.Integer(), ignored: Type.Integer() }),
  devices: Type.Integer({ description: 'That were found at the last reading, wherever they belong' }),
  version: Version,
});
export type ConnectorView = Static<typeof ConnectorView>;
export const ConnectorList = Type.Object({ items: Type.Array(ConnectorView) });

/** How a connector is doing, with what to do about it. */
export const ConnectorHealth = Type.Object({
  perClient: Type.Array(Type.Object({ clientId: Nullable(Id), name: Type.String(), devices: Type.Integer() })),
  unmappedDevices: Type.Integer(),
  /** What was odd at the last readings, and how often. */
  notes: Type.Array(Type.Object({ text: Type.String(), count: Type.Integer() })),
  callsOfDay: Type.Object({
    taken: Type.Integer(),
    refused: Type.Integer(),
    malformed: Type.Integer(),
    tooLarge: Type.Integer({ description: 'Calls that were refused for their size' }),
    leftOff: Type.Integer({ description: 'Alerts that senders left off because a call would have held too many' }),
  }),
  limitsOfDay: Type.Integer({ description: 'How many readings of the last day met a limit of the system' }),
});
export type ConnectorHealth = Static<typeof ConnectorHealth>;

const Suggestion = Type.Object({
  clientId: Id,
  clientName: Type.String(),
  siteId: Nullable(Id),
  siteName: Nullable(Type.String()),
  why: Type.String(),
});

/** A place at the vendor, and whose it is. */
export const ConnectorSite = Type.Object({
  externalId: Type.String(),
  name: Type.String(),
  parentName: Nullable(Type.String()),
  deviceCount: Nullable(Type.Integer()),
  clientId: Nullable(Id),
  clientName: Nullable(Type.String()),
  siteId: Nullable(Id),
  siteName: Nullable(Type.String()),
  ignored: Type.Boolean(),
  gone: Type.Boolean(),
  suggestion: Nullable(Suggestion),
});
export type ConnectorSite = Static<typeof ConnectorSite>;
export const ConnectorSites = Type.Object({ items: Type.Array(ConnectorSite) });

export const MapSites = Type.Object({
  items: Type.Array(
    Type.Object({
      externalId: ExternalId,
      clientId: Nullable(Id),
      siteId: Type.Optional(Nullable(Id)),
      ignored: Type.Optional(Type.Boolean()),
    }),
    { minItems: 1, maxItems: 1_000 },
  ),
});
export type MapSites = Static<typeof MapSites>;
export const NamedSites = Type.Object({ externalIds: Type.Array(ExternalId, { minItems: 1, maxItems: 500 }) });

export const ConnectorRun = Type.Object({
  id: Id,
  kind: OneOf(RUN_KINDS),
  state: OneOf(RUN_STATES),
  startedAt: Instant,
  endedAt: Nullable(Instant),
  counts: Type.Record(Type.String(), Type.Integer()),
  notes: Type.Array(Type.Object({ text: Type.String(), count: Type.Integer() })),
  trouble: Nullable(Type.Object({ kind: OneOf(FAULT_KINDS), text: Type.String(), advice: Type.String() })),
});
export type ConnectorRun = Static<typeof ConnectorRun>;
export const ConnectorRuns = Page(ConnectorRun);

export const ConnectorCall = Type.Object({
  id: Id,
  receivedAt: Instant,
  address: Type.String(),
  size: Type.Integer(),
  state: OneOf(CALL_STATES),
  why: Type.String(),
  alerts: Type.Integer(),
});
export type ConnectorCall = Static<typeof ConnectorCall>;
export const ConnectorCalls = Page(ConnectorCall);
export const CallQuery = Type.Object({ ...PageQuery, state: Type.Optional(OneOf(CALL_STATES)) });
export const CallBody = Type.Object({
  headers: Type.Record(Type.String(), Type.String()),
  body: Type.String({ description: 'As text; what is no UTF-8 shows as replacement characters' }),
});

/** A body that is tried before a connector is saved. */
export const TryCall = Type.Object({
  provider: Key,
  values: Type.Optional(Values),
  body: Type.String({ maxLength: 500_000 }),
});
export type TryCall = Static<typeof TryCall>;
export const TriedCall = Type.Object({
  alerts: Type.Array(
    Type.Object({
      externalId: Type.String(),
      occurrence: Type.String(),
      state: OneOf(['raised', 'updated', 'resolved']),
      severity: Type.Integer({ minimum: 1, maximum: 5 }),
      condition: Type.String(),
      title: Type.String(),
      text: Type.String(),
      device: Nullable(Type.String()),
      site: Nullable(Type.String({ description: 'What names the client' })),
      startedAt: Instant,
      endedAt: Nullable(Instant),
      url: Nullable(Type.String()),
    }),
  ),
  says: Type.String({ description: 'What is wrong or odd; empty where the alerts say it all' }),
});
export type TriedCall = Static<typeof TriedCall>;

export const SyncNow = Type.Object({ what: OneOf(['full', 'changes', 'alerts']) });

/** What goes with a connector, said before it goes. */
export const ConnectorRemoval = Type.Object({ devices: Type.Integer(), sites: Type.Integer(), says: Type.String() });

/** Whether a system calls Fettle from now on, or what is in the way. */
export const HookTold = Type.Object({
  works: Type.Boolean(),
  says: Type.String(),
  advice: Type.String({ description: 'What to do about it; empty where it works' }),
});
export type HookTold = Static<typeof HookTold>;

/** The address that the system calls; it is shown this once. */
export const HookAddress = Type.Object({ url: Type.String() });

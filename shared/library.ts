import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';
import { Recurrence } from './recurrence.ts';
import { AssignTicket, CreateTicket, Named, TransitionTicket, WrittenFor } from './ticket.ts';
import { LINK_KINDS, TICKET_KINDS, VISIBILITIES } from './vocabulary.ts';

const Html = Type.String({ maxLength: 50_000 });
const Tags = Type.Array(Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }), {
  maxItems: 20,
  uniqueItems: true,
});
const Folder = Type.String({ maxLength: 100, description: 'Path of names, such as "Printing/Paper"; empty for none' });
const Description = Type.String({ maxLength: 2_000 });

/** Where a reply or macro stands: shared with everybody or some teams, or its owner's own. */
const shelf = {
  name: Name,
  shared: Type.Boolean(),
  folder: Folder,
  tags: Tags,
  teamIds: Type.Array(Id, {
    maxItems: 50,
    uniqueItems: true,
    description: 'Whom a shared one is for; empty: everybody',
  }),
};
const shelfOptions = Type.Partial(
  Type.Object({ shared: shelf.shared, folder: shelf.folder, tags: shelf.tags, teamIds: shelf.teamIds }),
).properties;
const shelfView = { id: Id, ...shelf, owner: Nullable(Named), mine: Type.Boolean(), version: Version };

const Shortcut = Type.String({
  pattern: '^([a-z0-9][a-z0-9_-]{0,39})?$',
  description: 'What to type after ";" in the composer; empty for none',
});
export const CannedReplyView = Type.Object({ ...shelfView, shortcut: Type.String(), body: Type.String() });
export type CannedReplyView = Static<typeof CannedReplyView>;
export const CreateCannedReply = Type.Object({
  name: Name,
  body: Html,
  shortcut: Type.Optional(Shortcut),
  ...shelfOptions,
});
export type CreateCannedReply = Static<typeof CreateCannedReply>;
export const UpdateCannedReply = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...shelf, shortcut: Shortcut, body: Html })).properties,
});
export type UpdateCannedReply = Static<typeof UpdateCannedReply>;

/** A text filled in for a ticket. */
export const FilledText = Type.Object({
  html: Type.String(),
  unknown: Type.Array(Type.Object({ variable: Type.String(), label: Type.String() }), {
    description: 'Variables that have no value on this ticket, or do not exist',
  }),
});
export type FilledText = Static<typeof FilledText>;

const fieldsOfSet = Type.Partial(
  Type.Object({
    title: CreateTicket.properties.title,
    impact: Type.Integer({ minimum: 1, maximum: 3 }),
    urgency: Type.Integer({ minimum: 1, maximum: 3 }),
    priority: Nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    categoryId: Nullable(Id),
    serviceId: Nullable(Id),
    custom: Type.Record(Type.String(), Type.Unknown()),
  }),
);
const { version: _assignVersion, ...assign } = AssignTicket.properties;
const { version: _moveVersion, ...transition } = TransitionTicket.properties;

/** One step of a macro: exactly one of these. */
export const MacroStep = Type.Partial(
  Type.Object({
    set: fieldsOfSet,
    assign: Type.Object({ ...assign, toMe: Type.Optional(Type.Boolean()) }),
    transition: Type.Object(transition),
    tags: Type.Partial(Type.Object({ add: Tags, remove: Tags })),
    message: Type.Object({
      visibility: OneOf(VISIBILITIES),
      body: Type.String({ minLength: 1, maxLength: 50_000, description: 'HTML; variables are filled in' }),
      minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
    }),
    link: Type.Object({
      kind: OneOf(LINK_KINDS),
      to: Type.Optional(Type.String({ minLength: 3, maxLength: 60, description: 'Asked for at the run where absent' })),
    }),
    watch: Type.Object({ kind: OneOf(['me', 'staff', 'contact', 'requester']), id: Type.Optional(Id) }),
    checklist: Type.Object({ checklistId: Id }),
  }),
  { minProperties: 1, maxProperties: 1 },
);
export type MacroStep = Static<typeof MacroStep>;

const Steps = Type.Array(MacroStep, { minItems: 1, maxItems: 20 });
export const MacroView = Type.Object({
  ...shelfView,
  description: Type.String(),
  steps: Steps,
  sentences: Type.Array(Type.String(), { description: 'What each step does, in words' }),
});
export type MacroView = Static<typeof MacroView>;
export const CreateMacro = Type.Object({
  name: Name,
  steps: Steps,
  description: Type.Optional(Description),
  ...shelfOptions,
});
export type CreateMacro = Static<typeof CreateMacro>;
export const UpdateMacro = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...shelf, description: Description, steps: Steps })).properties,
});
export type UpdateMacro = Static<typeof UpdateMacro>;

export const RunMacro = Type.Object({
  version: Type.Optional(Version),
  clientId: WrittenFor,
  linkTo: Type.Optional(
    Type.String({ minLength: 3, maxLength: 60, description: 'For link steps that name no ticket' }),
  ),
});
export type RunMacro = Static<typeof RunMacro>;

/** What a step did or would do. */
export const MacroStepOutcome = Type.Object({
  step: Type.String({ description: 'What the step is, in words' }),
  changes: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
  told: Type.Array(Type.String(), { description: 'Other things that happen, in words' }),
  message: Nullable(Type.Object({ visibility: OneOf(VISIBILITIES), html: Type.String() })),
});
export type MacroStepOutcome = Static<typeof MacroStepOutcome>;
export const MacroPreview = Type.Object({
  steps: Type.Array(MacroStepOutcome),
  /** The step that would be refused, and why; null when all would be done. */
  refused: Nullable(
    Type.Object({
      index: Type.Integer(),
      step: Type.String(),
      detail: Type.String(),
      errors: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
    }),
  ),
});
export type MacroPreview = Static<typeof MacroPreview>;

export const ChecklistLine = Type.Object({ text: Name, required: Type.Boolean() });
export type ChecklistLine = Static<typeof ChecklistLine>;
const Lines = Type.Array(ChecklistLine, { minItems: 1, maxItems: 100 });
export const ChecklistTemplateView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  items: Type.Array(ChecklistLine),
  version: Version,
});
export type ChecklistTemplateView = Static<typeof ChecklistTemplateView>;
export const CreateChecklistTemplate = Type.Object({
  name: Name,
  items: Lines,
  description: Type.Optional(Description),
});
export type CreateChecklistTemplate = Static<typeof CreateChecklistTemplate>;
export const UpdateChecklistTemplate = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ name: Name, items: Lines, description: Description })).properties,
});

const {
  clientId: _client,
  kind: _kind,
  title: _title,
  requesterId: _requester,
  siteId: _site,
  parentId: _parent,
  externalRef: _external,
  checklist: _checklist,
  ...prefilled
} = CreateTicket.properties;
/** What a ticket template fills in: nothing that belongs to one client. */
export const TemplateFields = Type.Object({
  kind: OneOf(TICKET_KINDS),
  title: Type.Optional(CreateTicket.properties.title),
  ...prefilled,
});
export type TemplateFields = Static<typeof TemplateFields>;

export const TicketTemplateView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  folder: Type.String(),
  fields: TemplateFields,
  items: Type.Array(ChecklistLine),
  version: Version,
});
export type TicketTemplateView = Static<typeof TicketTemplateView>;
const template = {
  name: Name,
  description: Description,
  folder: Folder,
  fields: TemplateFields,
  items: Type.Array(ChecklistLine, { maxItems: 100 }),
};
export const CreateTicketTemplate = Type.Object({
  name: Name,
  fields: TemplateFields,
  ...Type.Partial(Type.Object({ description: template.description, folder: template.folder, items: template.items }))
    .properties,
});
export type CreateTicketTemplate = Static<typeof CreateTicketTemplate>;
export const UpdateTicketTemplate = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object(template)).properties,
});

const { clientId: _ofClient, ...ticketFields } = CreateTicket.properties;
/** What is said besides the template, or instead of what it says. */
export const TicketOverrides = Type.Partial(Type.Object(ticketFields));
export type TicketOverrides = Static<typeof TicketOverrides>;
export const CreateFromTemplate = Type.Object({ clientId: Id, ...TicketOverrides.properties });
export type CreateFromTemplate = Static<typeof CreateFromTemplate>;

const Zone = Type.String({ maxLength: 60, description: 'IANA time zone; the client’s where absent' });
export const RecurringTicketView = Type.Object({
  id: Id,
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
  name: Type.String(),
  template: Named,
  fields: TicketOverrides,
  rule: Recurrence,
  timeZone: Type.String(),
  sentence: Type.String({ description: 'The rule in words' }),
  active: Type.Boolean(),
  next: Type.Array(Instant, { description: 'The next times; empty when it is over or paused' }),
  runs: Type.Integer(),
  missed: Type.Integer({ description: 'Times that passed while nothing ran; each stretch made one ticket' }),
  lastRunAt: Nullable(Instant),
  lastTicketKey: Nullable(Type.String()),
  lastError: Nullable(Type.String({ description: 'Why the last try failed; it is tried again' })),
  version: Version,
});
export type RecurringTicketView = Static<typeof RecurringTicketView>;
export const CreateRecurringTicket = Type.Object({
  clientId: Id,
  name: Name,
  templateId: Id,
  rule: Recurrence,
  timeZone: Type.Optional(Zone),
  fields: Type.Optional(TicketOverrides),
});
export type CreateRecurringTicket = Static<typeof CreateRecurringTicket>;
export const UpdateRecurringTicket = Type.Object({
  version: Version,
  ...Type.Partial(
    Type.Object({ name: Name, templateId: Id, rule: Recurrence, timeZone: Zone, fields: TicketOverrides }),
  ).properties,
});
export type UpdateRecurringTicket = Static<typeof UpdateRecurringTicket>;
export const PreviewRecurrence = Type.Object({ rule: Recurrence, timeZone: Zone });
export const RecurrencePreview = Type.Object({ sentence: Type.String(), next: Type.Array(Instant) });

import Type, { type Static } from 'typebox';
import { CONTRACT_STATES, LINE_KINDS, WORK_HOURS } from './contract-words.ts';
import { Id, Instant, Nullable, OneOf, Version } from './http.ts';
import { Party, Sign, SignedView } from './signature.ts';
import { TICKET_KINDS } from './vocabulary.ts';

const Day = Type.String({ format: 'date' });
const Minor = Type.Integer({ description: 'Minor units of the currency' });

export const SendContract = Type.Object({
  version: Version,
  contactId: Type.Unsafe<string>({ ...Id, description: 'Who signs it: somebody who looks after all of the client' }),
  mail: Type.Optional(
    Type.Boolean({ description: 'Whether it goes to them by mail too, as far as they have an address' }),
  ),
});
export type SendContract = Static<typeof SendContract>;
export const TakeBackContract = Type.Object({ version: Version });
export const SignContract = Type.Object({
  version: Type.Unsafe<number>({ ...Version, description: 'Of what was read: what was sent anew is read again first' }),
  ...Sign,
});
export type SignContract = Static<typeof SignContract>;

const Names = Type.Array(Type.String());
const DocumentLine = Type.Object({
  name: Type.String(),
  kind: OneOf(LINE_KINDS),
  unit: Type.String(),
  from: Day,
  until: Nullable(Type.Unsafe<string>({ ...Day, description: 'The first day on which it holds no more' })),
  prorated: Type.Boolean(),
  covers: Nullable(
    Type.Object({
      workTypes: Names,
      kinds: Type.Array(OneOf(TICKET_KINDS)),
      categories: Names,
      services: Names,
      staff: Names,
      items: Names,
      contacts: Names,
      hours: Type.Array(OneOf(WORK_HOURS)),
    }),
  ),
  percent: Type.Unsafe<string>({ ...Type.String(), description: 'Of the rates, where its work is charged' }),
  weighted: Type.Boolean(),
  keepsMonths: Nullable(Type.Integer()),
  prices: Type.Array(Type.Object({ from: Day, quantity: Type.String(), price: Type.String(), amount: Minor }), {
    description: 'What it costs a month, before tax, since when',
  }),
});
const DocumentRate = Type.Object({
  staff: Nullable(Type.String()),
  role: Nullable(Type.String()),
  workType: Nullable(Type.String()),
  perHour: Type.String(),
  from: Day,
});

/** All that somebody is shown of a contract and signs, as it was sent. */
export const ContractDocument = Type.Object({
  name: Type.String(),
  seller: Party,
  buyer: Party,
  reference: Type.String(),
  currency: Type.String(),
  begins: Day,
  ends: Nullable(Day),
  renewsMonths: Nullable(Type.Integer()),
  noticeDays: Type.Integer(),
  everyMonths: Type.Integer(),
  advance: Type.Boolean(),
  billsFrom: Day,
  upliftPercent: Nullable(Type.String()),
  upliftMonths: Type.Integer(),
  afterHours: Type.Unsafe<string>({ ...Type.String(), description: 'By what the rates are multiplied' }),
  holiday: Type.Unsafe<string>({ ...Type.String(), description: 'By what the rates are multiplied' }),
  minimum: Type.Integer({ description: 'Minutes that each entry of work counts at least' }),
  step: Type.Integer({ description: 'Minutes to which it is rounded up' }),
  lines: Type.Array(DocumentLine),
  rates: Type.Array(DocumentRate, { description: 'What an hour costs: of several that fit, the first' }),
  monthly: Minor,
  terms: Type.String(),
});
export type ContractDocument = Static<typeof ContractDocument>;

const Words = Type.Array(Type.String());
/** Of what a contract says now and what was signed, where they differ. */
export const SinceSigned = Type.Object({
  what: Type.String({ description: 'A line, a rate, or what else is agreed' }),
  signed: Type.Unsafe<string[] | null>({
    ...Nullable(Words),
    description: 'What was signed and holds no more; null where nothing of it was signed',
  }),
  now: Type.Unsafe<string[] | null>({
    ...Nullable(Words),
    description: 'What holds and was not signed; null where it is gone',
  }),
});
export type SinceSigned = Static<typeof SinceSigned>;

const row = {
  id: Id,
  name: Type.String(),
  state: OneOf(CONTRACT_STATES),
  currency: Type.String(),
  monthly: Minor,
  sentAt: Instant,
  to: Type.Unsafe<string>({ ...Type.String(), description: 'Who was asked to sign' }),
  mine: Type.Boolean({ description: 'Whether that is whoever asks' }),
};
export const PortalContractRow = Type.Object(row);
export type PortalContractRow = Static<typeof PortalContractRow>;
export const PortalContractView = Type.Object({
  ...row,
  document: ContractDocument,
  signature: Nullable(SignedView),
  version: Version,
});
export type PortalContractView = Static<typeof PortalContractView>;

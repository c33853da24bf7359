import Type, { type Static } from 'typebox';
import { CONTRACT_STATES, LINE_KINDS } from './contract-words.ts';
import { Id, Instant, Nullable, OneOf, Version } from './http.ts';
import { Party, Sign, SignedView } from './signature.ts';

const Day = Type.String({ format: 'date' });
const Minor = Type.Integer({ description: 'Minor units of the currency' });

export const SendContract = Type.Object({
  version: Version,
  contactId: Type.Unsafe<string>({ ...Id, description: 'Who signs it: somebody who looks after all of the client' }),
});
export type SendContract = Static<typeof SendContract>;
export const TakeBackContract = Type.Object({ version: Version });
export const SignContract = Type.Object({
  version: Type.Unsafe<number>({ ...Version, description: 'Of what was read: what was sent anew is read again first' }),
  ...Sign,
});
export type SignContract = Static<typeof SignContract>;

/** All that somebody is shown of a contract and signs, as it was sent. */
export const ContractDocument = Type.Object({
  name: Type.String(),
  seller: Party,
  buyer: Party,
  currency: Type.String(),
  begins: Day,
  ends: Nullable(Day),
  renewsMonths: Nullable(Type.Integer()),
  noticeDays: Type.Integer(),
  everyMonths: Type.Integer(),
  advance: Type.Boolean(),
  upliftPercent: Nullable(Type.String()),
  upliftMonths: Type.Integer(),
  afterHours: Nullable(Type.String()),
  holiday: Nullable(Type.String()),
  lines: Type.Array(
    Type.Object({
      name: Type.String(),
      kind: OneOf(LINE_KINDS),
      unit: Type.String(),
      until: Nullable(Type.Unsafe<string>({ ...Day, description: 'The first day on which it holds no more' })),
      percent: Type.Unsafe<string>({ ...Type.String(), description: 'Of the rates, where its work is charged' }),
      prices: Type.Array(Type.Object({ from: Day, quantity: Type.String(), price: Type.String(), amount: Minor }), {
        description: 'What it costs a month, before tax, since when',
      }),
    }),
  ),
  monthly: Minor,
  terms: Type.String(),
});
export type ContractDocument = Static<typeof ContractDocument>;

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

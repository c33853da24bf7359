import Type, { type Static } from 'typebox';
import { AddLine, CoversShape, CreateContract, CreateRate } from './contract.ts';
import { Id, Nullable, OneOf } from './http.ts';

const Day = Type.String({ format: 'date' });
const Minor = Type.Integer({ description: 'Minor units of the currency of the contract' });
const { quantity, price, percent } = AddLine.properties;
const { afterHours, holiday } = CreateContract.properties;

/** What would be otherwise about a line. */
const LineIf = Type.Object({
  lineId: Id,
  quantity,
  price,
  percent,
  work: Type.Optional(
    Type.Unsafe<'included' | 'charged'>({
      ...OneOf(['included', 'charged']),
      description: 'What becomes of the work that it takes in',
    }),
  ),
  covers: Type.Optional(Type.Partial(CoversShape)),
  without: Type.Optional(Type.Boolean({ description: 'As if there were no such line' })),
});

/** A change of a contract that is thought through. */
export const WhatIf = Type.Object({
  lines: Type.Optional(Type.Array(LineIf, { maxItems: 100 })),
  perHour: Type.Optional(
    Type.Unsafe<string>({ ...CreateRate.properties.perHour, description: 'What an hour under the contract costs' }),
  ),
  afterHours,
  holiday,
  insteadOf: Type.Optional(
    Type.Unsafe<string[]>({
      ...Type.Array(Id, { maxItems: 50, uniqueItems: true }),
      description: 'Other contracts of the client, which would not be there',
    }),
  ),
});
export type WhatIf = Static<typeof WhatIf>;

const Both = { before: Minor, after: Minor };
/** What the last twelve months would have come to for a client, and did by what was agreed. */
export const WhatIfView = Type.Object({
  currency: Type.String(),
  from: Day,
  until: Type.Unsafe<string>({ ...Day, description: 'The day after the last' }),
  months: Type.Array(
    Type.Object({
      month: Type.String({ description: '2026-11' }),
      ...Both,
      cost: Type.Unsafe<number | null>({
        ...Nullable(Type.Integer()),
        description: 'What the work cost; null where that is not known in the currency',
      }),
    }),
  ),
  lines: Type.Array(Type.Object({ name: Type.String(), ...Both, why: Type.Array(Type.String()) })),
  uncosted: Type.Integer({ description: 'Work of people of whom no cost is known, in minutes' }),
  unrated: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
});
export type WhatIfView = Static<typeof WhatIfView>;

import Type, { type Static } from 'typebox';
import { CreateRate } from './contract.ts';
import { Id, Nullable } from './http.ts';

const Day = Type.String({ format: 'date' });
const Minor = Type.Integer({ description: 'Minor units of the provider’s currency' });
const Minutes = Type.Integer({ description: 'Minutes' });
const Called = Type.Object({ id: Id, name: Type.String() });

export const CreateStaffCost = Type.Object({
  staffId: Id,
  perHour: Type.Unsafe<string>({
    ...CreateRate.properties.perHour,
    description: 'Major units of the provider’s currency: wages and all that comes with them',
  }),
  from: Type.Unsafe<string>({ ...Day, description: 'The first day of work that it is for' }),
});
export type CreateStaffCost = Static<typeof CreateStaffCost>;
export const StaffCostView = Type.Object({ id: Id, staff: Called, perHour: Type.String(), from: Day });
export type StaffCostView = Static<typeof StaffCostView>;

export const MarginQuery = Type.Object({
  from: Type.Unsafe<string>({ ...Day, description: 'The first day' }),
  until: Type.Unsafe<string>({ ...Day, description: 'The day after the last, at most two years on' }),
});
export type MarginQuery = Static<typeof MarginQuery>;

const earned = {
  revenue: Type.Unsafe<number>({ ...Minor, description: 'What was invoiced less what was credited, before tax' }),
  cost: Type.Unsafe<number>({ ...Minor, description: 'What the work cost, by what an hour of each person costs' }),
  minutes: Minutes,
  uncosted: Type.Unsafe<number>({ ...Minutes, description: 'Work of people of whom no cost is known, in minutes' }),
};

/** What was earned with a client. */
export const ClientMargin = Type.Object({ client: Called, ...earned });
export type ClientMargin = Static<typeof ClientMargin>;
export const MarginReport = Type.Object({
  currency: Type.String({ description: 'The provider’s own' }),
  items: Type.Array(ClientMargin),
  elsewhere: Type.Unsafe<{ client: Static<typeof Called>; currency: string; revenue: number }[]>({
    ...Type.Array(Type.Object({ client: Called, currency: Type.String(), revenue: Type.Integer() })),
    description: 'What was invoiced in other currencies, in their minor units: it is in no margin',
  }),
});
export type MarginReport = Static<typeof MarginReport>;

const Part = Type.Object({ name: Type.String(), minutes: Minutes, cost: Minor });
/** What work belongs to: a contract that took it in, none, or what is not known or not decided. */
const TOOK_IN = ['contract', 'none', 'unbilled', 'unbillable', 'unknown'] as const;
const ContractShare = Type.Object({
  of: Type.Enum([...TOOK_IN], {
    description:
      'contract; none: work and charges under no contract; unbilled: work on no invoice yet; unbillable: work that the client does not pay for; unknown: billed before this was kept',
  }),
  contract: Nullable(Called),
  ...earned,
});
type ContractShare = Static<typeof ContractShare>;

/** Where the money of a client came from, and where the work went. */
export const ClientMarginView = Type.Object({
  ...ClientMargin.properties,
  currency: Type.String(),
  contracts: Type.Unsafe<ContractShare[]>({
    ...Type.Array(ContractShare),
    description: 'Where the money came from and what took in the work, by what each cost',
  }),
  services: Type.Array(Type.Object({ ...Part.properties, name: Nullable(Type.String()) })),
  people: Type.Array(Part),
  tickets: Type.Array(Type.Object({ ...Part.properties, key: Type.String() })),
});
export type ClientMarginView = Static<typeof ClientMarginView>;

/** What a contract brings each month as it is now, and when it ends. */
export const RecurringRow = Type.Object({
  client: Called,
  contract: Called,
  currency: Type.String(),
  monthly: Type.Integer({ description: 'Minor units of the currency of the contract' }),
  ends: Nullable(Day),
  renews: Type.Boolean({ description: 'Whether it goes on by itself' }),
});
export type RecurringRow = Static<typeof RecurringRow>;

const span = { from: Day, until: Type.Unsafe<string>({ ...Day, description: 'The day after the last' }) };
/** What a month of a contract brought and cost. */
const ContractMonth = Type.Object({ ...span, ...earned });
const Share = Type.Unsafe<number | null>({
  ...Nullable(Type.Number()),
  description: 'What of the revenue is left, in per cent; null where nothing comes in',
});
/** How the margin of a contract went, and what this month comes to at its pace. */
export const ContractOutlook = Type.Object({
  client: Called,
  contract: Called,
  months: Type.Unsafe<Static<typeof ContractMonth>[]>({
    ...Type.Array(ContractMonth),
    description:
      'Months of the contract, the earliest first; the last is the one that today is in, as far as it has gone',
  }),
  forecast: Type.Object({ revenue: Minor, cost: Minor, share: Share }),
  threshold: Type.Integer({ description: 'Below how many per cent it is warned of' }),
  warned: Type.Boolean(),
  reasons: Type.Array(Type.String()),
});
export type ContractOutlook = Static<typeof ContractOutlook>;

/** A block of hours or money that holds today. */
export const BlockOutlook = Type.Object({
  client: Called,
  contract: Called,
  line: Called,
  currency: Type.String(),
  kind: Type.Enum(['block_hours', 'block_money']),
  granted: Type.Integer({ description: 'Seconds of a block of hours, minor units of a block of money' }),
  left: Type.Integer({ description: 'After all that was worked, also what is on no invoice yet' }),
  until: Type.Unsafe<string | null>({
    ...Nullable(Day),
    description: 'The first day on which some of what is left is good no more',
  }),
  warned: Type.Boolean(),
  reasons: Type.Array(Type.String()),
});
export type BlockOutlook = Static<typeof BlockOutlook>;

export const Outlooks = Type.Object({
  currency: Type.String({ description: 'The provider’s own' }),
  items: Type.Array(ContractOutlook),
  blocks: Type.Array(BlockOutlook),
  elsewhere: Type.Unsafe<{ client: Static<typeof Called>; contract: Static<typeof Called>; currency: string }[]>({
    ...Type.Array(Type.Object({ client: Called, contract: Called, currency: Type.String() })),
    description: 'Contracts in other currencies: what people cost is not known in them',
  }),
});
export type Outlooks = Static<typeof Outlooks>;

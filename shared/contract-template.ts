import Type, { type Static } from 'typebox';
import { AddLine, CoversShape, CreateContract } from './contract.ts';
import { CountedBy, CountedByView } from './count.ts';
import { Id, Name, Nullable, OneOf, ShortText, Version } from './http.ts';

const Called = Type.Object({ id: Id, name: Type.String() });
const months = (most: number) => Type.Integer({ minimum: 1, maximum: most });
const { currency, everyMonths, advance, renewsMonths, noticeDays, upliftPercent, upliftMonths } =
  CreateContract.properties;

/** A line as contracts get it. What is a client's own, its items and contacts, stands in no template. */
export const TemplateLine = Type.Object({
  id: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Of a line that is there already; a new one gets its own' }),
  ),
  ...Type.Pick(AddLine, [
    'kind',
    'name',
    'unit',
    'prorated',
    'percent',
    'weighted',
    'keepsMonths',
    'taxRateId',
    'counts',
    'quantity',
    'price',
  ]).properties,
  covers: Type.Optional(Nullable(Type.Partial(Type.Omit(CoversShape, ['itemIds', 'contactIds'])))),
});
export type TemplateLine = Static<typeof TemplateLine>;
export const TemplateLineView = Type.Object({
  ...Type.Required(Type.Omit(TemplateLine, ['quantity', 'price', 'counts'])).properties,
  quantity: Nullable(Type.String()),
  price: Nullable(Type.String()),
  counts: Nullable(Type.Union([CountedByView, CountedBy])),
});
export type TemplateLineView = Static<typeof TemplateLineView>;

const template = {
  name: Name,
  description: Type.Optional(ShortText),
  groupId: Type.Optional(
    Type.Unsafe<string | null>({ ...Nullable(Id), description: 'The tier of clients it is meant for' }),
  ),
  currency,
  everyMonths,
  advance,
  termMonths: Type.Optional(
    Type.Unsafe<number | null>({ ...Nullable(months(120)), description: 'How long a contract holds at first' }),
  ),
  ...{ renewsMonths, noticeDays, upliftPercent, upliftMonths },
};
const lines = Type.Array(TemplateLine, { maxItems: 100 });
export const CreateContractTemplate = Type.Object({
  ...template,
  lines: Type.Optional(lines),
  contractId: Type.Optional(
    Type.Unsafe<string>({
      ...Id,
      description: 'Take schedule and lines of this contract, which then counts as made from it',
    }),
  ),
});
export type CreateContractTemplate = Static<typeof CreateContractTemplate>;
export const SaveContractTemplate = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...template, lines, active: Type.Boolean() })).properties,
});
export type SaveContractTemplate = Static<typeof SaveContractTemplate>;

export const ContractTemplateRow = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  group: Nullable(Called),
  currency: Type.String(),
  lines: Type.Integer(),
  monthly: Type.Integer({ description: 'What its lines cost a month, in minor units' }),
  contracts: Type.Integer({ description: 'Made from it and not ended, of those that the reader sees' }),
  drifted: Type.Integer({ description: 'How many of them differ from it' }),
  active: Type.Boolean(),
});
export type ContractTemplateRow = Static<typeof ContractTemplateRow>;
export const ContractTemplateView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  group: Nullable(Called),
  currency: Type.String(),
  everyMonths: Type.Integer(),
  advance: Type.Boolean(),
  termMonths: Nullable(Type.Integer()),
  renewsMonths: Nullable(Type.Integer()),
  noticeDays: Type.Integer(),
  upliftPercent: Nullable(Type.String()),
  upliftMonths: Type.Integer(),
  covered: Type.Array(Called, { description: 'What its lines take in, as it is called' }),
  lines: Type.Array(TemplateLineView),
  active: Type.Boolean(),
  version: Version,
});
export type ContractTemplateView = Static<typeof ContractTemplateView>;
export const ContractTemplateQuery = Type.Object({
  clientId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Those for this client’s tier first; those of other tiers not at all' }),
  ),
});
export type ContractTemplateQuery = Static<typeof ContractTemplateQuery>;

/** What of a line can differ from its template. `missing`: the contract has no such line any more. */
export const DRIFT_FIELDS = [
  ...(['missing', 'name', 'unit', 'price', 'percent', 'prorated', 'weighted', 'keepsMonths'] as const),
  ...(['taxRateId', 'covers', 'counts'] as const),
] as const;
export const LineDrift = Type.Object({
  lineId: Type.Unsafe<string>({ ...Id, description: 'Of the template' }),
  name: Type.String(),
  differs: Type.Array(
    Type.Object({
      field: OneOf(DRIFT_FIELDS),
      template: Nullable(
        Type.String({ description: 'What the template says; null where it says it in no short words' }),
      ),
      contract: Nullable(Type.String()),
    }),
  ),
});
export type LineDrift = Static<typeof LineDrift>;
export const ContractDrift = Type.Object({
  contract: Called,
  client: Called,
  begins: Type.String({ format: 'date' }),
  lines: Type.Array(LineDrift),
  own: Type.Array(Type.String(), { description: 'Names of lines that the template does not have' }),
});
export type ContractDrift = Static<typeof ContractDrift>;
export const AlignContract = Type.Object({
  from: Type.String({ format: 'date', description: 'The first day on which the lines are as the template has them' }),
  lineIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true, description: 'Lines of the template' }),
});
export type AlignContract = Static<typeof AlignContract>;

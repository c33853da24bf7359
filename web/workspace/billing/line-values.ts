import type { LineView } from '#shared/contract.ts';
import type { TemplateLineView } from '#shared/contract-template.ts';
import type { WORK_HOURS } from '#shared/contract-words.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { needed, type Rules } from '#web/ui/form/rules.ts';
import { dayBefore } from '#web/ui/marks/day-in.ts';
import { amount, neededAmount, neededPrice } from './rules.ts';

/** A line of a contract, whose price is in its terms, or of a template. */
type Line = (LineView & { quantity?: never; price?: never }) | TemplateLineView;
export type LineValues = {
  kind: string | null;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  from: string;
  until: string;
  prorated: boolean;
  percent: string;
  weighted: boolean;
  keepsMonths: number | null;
  taxRateId: string | null;
  workTypeIds: readonly string[];
  kinds: readonly string[];
  categoryIds: readonly string[];
  serviceIds: readonly string[];
  staffIds: readonly string[];
  itemIds: readonly string[];
  contactIds: readonly string[];
  hours: readonly string[];
  countSource: string | null;
  classKey: string | null;
  productId: string | null;
};
export const LINE_LABELS = {
  ...{ kind: 'What it is', name: 'Name', unit: 'Counted in', quantity: 'How many', price: 'Price each, a month' },
  ...{
    from: 'From',
    until: 'Last day',
    prorated: 'A part of a month costs a part',
    percent: 'Per cent of the rates',
  },
  ...{ weighted: 'A dearer hour takes more off the block', keepsMonths: 'Good for', taxRateId: 'Tax' },
  ...{ workTypeIds: 'Kinds of work', kinds: 'Kinds of tickets', categoryIds: 'Categories', serviceIds: 'Services' },
  ...{ staffIds: 'Technicians', itemIds: 'Devices and other items', contactIds: 'The client’s people', hours: 'Times' },
  ...{ countSource: 'Counted by', classKey: 'Which items', productId: 'Which product' },
} as const;

/** A line as the form has it; a new one begins on a day. */
export const lineValues = (line: Line | null, begins: string): LineValues => ({
  ...{
    kind: line?.kind ?? 'all_inclusive',
    name: line?.name ?? '',
    unit: line?.unit ?? '',
    quantity: line?.quantity ?? '',
    price: line?.price ?? '',
  },
  ...{
    from: line && 'from' in line ? line.from : begins,
    until: line && 'until' in line && line.until ? dayBefore(line.until) : '',
    prorated: line?.prorated ?? true,
    percent: line?.percent ?? '100',
  },
  ...{
    weighted: line?.weighted ?? false,
    keepsMonths: line?.keepsMonths ?? null,
    taxRateId: (line && 'taxRate' in line ? line.taxRate?.id : line?.taxRateId) ?? null,
  },
  ...{
    workTypeIds: line?.covers?.workTypeIds ?? [],
    kinds: line?.covers?.kinds ?? [],
    categoryIds: line?.covers?.categoryIds ?? [],
    serviceIds: line?.covers?.serviceIds ?? [],
    staffIds: line?.covers?.staffIds ?? [],
    hours: line?.covers?.hours ?? [],
    ...ofClient(line),
  },
  ...{
    countSource: line?.counts?.source ?? null,
    classKey: line?.counts?.classKey ?? null,
    productId: line?.counts?.productId ?? null,
  },
});

/** What only a line of a contract can name. */
function ofClient(line: Line | null): Pick<LineValues, 'itemIds' | 'contactIds'> {
  const covers = line?.covers;
  return covers && 'itemIds' in covers
    ? { itemIds: covers.itemIds, contactIds: covers.contactIds }
    : { itemIds: [], contactIds: [] };
}

export const isCounted = (kind: string | null): boolean => kind === 'fixed' || kind === 'all_inclusive';
export const isBlock = (kind: string | null): boolean => kind === 'block_hours' || kind === 'block_money';

/** What the server is told of a line, other than its kind, its days, and how many at which price. */
export function lineBody({ name, unit, prorated, percent, weighted, keepsMonths, taxRateId, ...rest }: LineValues) {
  const { workTypeIds, kinds, categoryIds, serviceIds, staffIds, hours } = rest;
  const covers = {
    ...{ workTypeIds: [...workTypeIds], kinds: kinds as TicketKind[], categoryIds: [...categoryIds] },
    ...{ serviceIds: [...serviceIds], staffIds: [...staffIds], hours: hours as (typeof WORK_HOURS)[number][] },
  };
  return {
    ...{ name, unit, prorated, percent, weighted, keepsMonths, taxRateId },
    ...(rest.kind === 'fixed' ? {} : { covers }),
    ...(isCounted(rest.kind) ? { counts: countsOf(rest) } : {}),
  };
}

/** The same of a line of a contract, which can also name what is its client's. */
export function contractLineBody(values: LineValues) {
  const body = lineBody(values);
  const { itemIds, contactIds } = values;
  return 'covers' in body
    ? { ...body, covers: { ...body.covers, itemIds: [...itemIds], contactIds: [...contactIds] } }
    : body;
}

function countsOf({ countSource, classKey, productId }: Pick<LineValues, 'countSource' | 'classKey' | 'productId'>) {
  if (countSource === 'people') return { source: countSource } as const;
  if (countSource === 'items') return { source: countSource, ...(classKey ? { classKey } : {}) } as const;
  return countSource === 'vendor' ? ({ source: countSource, ...(productId ? { productId } : {}) } as const) : null;
}

/** `costs`: whether how many at which price is asked for. */
export const lineRules = (costs: (values: LineValues) => boolean): Rules<LineValues> => ({
  name: needed('a name, which stands on the invoice'),
  quantity: (value, all) => (costs(all) ? neededAmount<LineValues>('how many')(value, all) : null),
  price: (value, all) => (costs(all) ? neededPrice<LineValues>('a price')(value, all) : null),
  percent: amount,
  classKey: (value, all) => (all.countSource === 'items' ? needed('the class of items')(value) : null),
  productId: (value, all) => (all.countSource === 'vendor' ? needed('the product')(value) : null),
});

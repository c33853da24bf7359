import type { Hours } from './worked.ts';

/** What a line of a contract takes in: each list names what fits, an empty one fits everything. */
export type Covers = {
  readonly workTypeIds: readonly string[];
  readonly kinds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly staffIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly contactIds: readonly string[];
  readonly hours: readonly Hours[];
};

/** What is known of the ticket and the work that coverage looks at. */
export type CoveredBy = {
  readonly workTypeId: string | null;
  readonly kind: string;
  /** Its category and those above it. */
  readonly categoryIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly staffId: string;
  readonly itemIds: readonly string[];
  readonly contactId: string | null;
};

const oneOf = (wanted: readonly string[], ...has: readonly (string | null)[]): boolean =>
  wanted.length === 0 || has.some((one) => one !== null && wanted.includes(one));

/** Whether a line takes in some work at some hours. */
export const takesIn = (covers: Covers, work: CoveredBy, hours: Hours): boolean =>
  oneOf(covers.workTypeIds, work.workTypeId) &&
  oneOf(covers.kinds, work.kind) &&
  oneOf(covers.categoryIds, ...work.categoryIds) &&
  oneOf(covers.serviceIds, ...work.serviceIds) &&
  oneOf(covers.staffIds, work.staffId) &&
  oneOf(covers.itemIds, ...work.itemIds) &&
  oneOf(covers.contactIds, work.contactId) &&
  oneOf(covers.hours, hours);

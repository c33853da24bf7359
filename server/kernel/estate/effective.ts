import type { SourceKind } from '#shared/estate-words.ts';

export type Value = string | number | boolean | null;

/** What one source says, and how it stands to the others. */
export type Said = {
  readonly kind: SourceKind;
  readonly name: string;
  readonly values: Readonly<Record<string, Value>>;
  /** The source does not list the item any more. */
  readonly gone: boolean;
  /** ISO 8601; of two alike the one that spoke later wins. */
  readonly seenAt: string;
};

export type Precedence = {
  readonly order: readonly SourceKind[];
  /** For single attributes, by key. */
  readonly attributes: Readonly<Record<string, readonly SourceKind[]>>;
};

/** People know best, since they see the thing; then what runs on it, then what watches it from afar. */
export const DEFAULT_PRECEDENCE: Precedence = {
  order: ['person', 'agent', 'rmm', 'import', 'monitor'],
  attributes: {},
};

const isSaid = (value: Value | undefined): value is Exclude<Value, null> =>
  value !== undefined && value !== null && value !== '';

/** The sources in the order in which they are believed about an attribute, the first said value being the one that holds. */
export function believed(
  said: readonly Said[],
  attribute: string,
  precedence: Precedence = DEFAULT_PRECEDENCE,
): Said[] {
  const own = Object.hasOwn(precedence.attributes, attribute) ? precedence.attributes[attribute] : undefined;
  // A kind that an order leaves out comes after those that it names.
  const order = [...new Set([...(own ?? []), ...precedence.order, ...DEFAULT_PRECEDENCE.order])];
  return said
    .filter((one) => Object.hasOwn(one.values, attribute) && isSaid(one.values[attribute]))
    .sort(
      (a, b) =>
        Number(a.gone) - Number(b.gone) ||
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        b.seenAt.localeCompare(a.seenAt) ||
        a.name.localeCompare(b.name),
    );
}

/** What holds of each attribute that any source speaks of. */
export function effectiveValues(said: readonly Said[], precedence?: Precedence): Record<string, Value> {
  const keys = [...new Set(said.flatMap((one) => Object.keys(one.values)))].sort();
  const held = keys.map((key) => [key, believed(said, key, precedence)[0]?.values[key] ?? null] as const);
  return Object.fromEntries(held.filter(([, value]) => value !== null));
}

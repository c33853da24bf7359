import Type, { type Static, type TSchema } from 'typebox';

/** No leap second, and no year that neither the clock here nor the database knows: the format alone lets them pass. */
export const KNOWN_INSTANT = '^(?!0000|9999).{17}[0-5]';

/** Schemas that every area uses. An id is a UUID; an instant is ISO 8601 in UTC with milliseconds. */
export const Id = Type.String({ format: 'uuid' });
export const Instant = Type.String({ format: 'date-time', pattern: KNOWN_INSTANT });

/**
 * One line with something to see in it: no control characters but the tab, no line breaks of Unicode, and none of the marks that turn the
 * direction of what follows, behind which a name can pass for another (Unicode Technical Report 36). No script needs those. Fillers of
 * Hangul and an empty cell of Braille count as letters and signs and show nothing.
 */
export const ONE_LINE =
  '^(?=.*(?![\\u115f\\u1160\\u2800\\u3164\\uffa0])[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$';

/** A name that people type. */
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: ONE_LINE });
export const ShortText = Type.String({ maxLength: 200 });
export const LongText = Type.String({ maxLength: 100_000 });

/** The same or null, written as a list of types because that serialises several times faster than a union. */
export function Nullable<T extends TSchema>(schema: T) {
  const plain = schema as { type?: string; enum?: readonly unknown[] };
  if (typeof plain.type !== 'string') return Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: 'null' }] });
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [plain.type, 'null'],
    ...(plain.enum ? { enum: [...plain.enum, null] } : {}),
  });
}

/** One of some fixed words. */
export const OneOf = <const T extends string>(words: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...words] });

/** Keyset paging: `cursor` comes from the page before; there is no exact count. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
};

/** A page of a list: `nextCursor` is null on the last one. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });

/** How many there are, looked for no further than the cap; with "capped" it is shown as "999+". */
export const Counted = Type.Object({ count: Type.Integer(), capped: Type.Boolean() });
export type Counted = Static<typeof Counted>;

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
    version: Type.Optional(Type.Integer()),
  },
  { description: 'RFC 9457 problem details' },
);
export type Problem = Static<typeof Problem>;

/** The version the writer saw; a save on top of another is refused with 409. */
export const Version = Type.Integer({ minimum: 1 });

export type { Static };

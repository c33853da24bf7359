import Type, { type Static } from 'typebox';
import { Name, OneOf } from './http.ts';
import { STATUS_CATEGORIES, TICKET_KINDS } from './vocabulary.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const Word = Type.String({ maxLength: 60 });

/** A kind's statuses and the steps between them, as data. */
export const LifecycleShape = Type.Object({
  initial: Key,
  statuses: Type.Array(
    Type.Object({
      key: Key,
      name: Name,
      category: OneOf(STATUS_CATEGORIES),
      clientName: Name,
      hold: Type.Optional(Type.Boolean()),
    }),
    { minItems: 2, maxItems: 60 },
  ),
  transitions: Type.Array(
    Type.Object({
      from: Type.Array(Type.String({ pattern: '^(\\*|[a-z][a-z0-9_]{0,39})$' }), { minItems: 1, maxItems: 60 }),
      to: Key,
      label: Name,
      clientLabel: Type.Optional(Name),
      requires: Type.Array(Word, { maxItems: 10 }),
      by: Type.Array(OneOf(['staff', 'contact', 'system', 'key']), { minItems: 1, maxItems: 4 }),
      permission: Type.Optional(Word),
      guards: Type.Optional(Type.Array(Word, { maxItems: 10 })),
      effects: Type.Optional(Type.Array(Word, { maxItems: 10 })),
    }),
    { minItems: 1, maxItems: 300 },
  ),
  resolutionCodes: Type.Optional(Type.Array(Word, { maxItems: 60 })),
});

/** A kind of ticket, or a variant of one: `change.standard`. */
export const LifecycleKey = Type.String({
  pattern: `^(${TICKET_KINDS.join('|')})(\\.[a-z][a-z0-9_]{0,39})?$`,
  description: 'A kind of ticket, or a variant of its lifecycle such as change.standard',
});

export const LifecycleView = Type.Object({
  key: LifecycleKey,
  kind: OneOf(TICKET_KINDS),
  lifecycle: LifecycleShape,
  version: Type.Integer(),
});
export type LifecycleView = Static<typeof LifecycleView>;

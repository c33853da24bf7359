import Type, { type Static } from 'typebox';
import { ITEM_STATES } from './estate-words.ts';
import { Id, Nullable, OneOf } from './http.ts';
import { Named } from './ticket.ts';

export const RelationKind = Type.Object({
  key: Type.String(),
  name: Type.String(),
  inverse: Type.String(),
  trouble: OneOf(['backward', 'forward', 'both', 'none']),
  active: Type.Boolean(),
});
export const RelationKinds = Type.Object({ items: Type.Array(RelationKind) });
export const CreateRelation = Type.Object({ fromId: Id, kind: Type.String({ maxLength: 40 }), toId: Id });
export type CreateRelation = Static<typeof CreateRelation>;

export const ImpactQuery = Type.Object({
  towards: Type.Optional(OneOf(['effects', 'causes'])),
  depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});
export type ImpactQuery = Static<typeof ImpactQuery>;
const Node = Type.Object({
  id: Id,
  name: Type.String(),
  classKey: Type.String(),
  className: Type.String(),
  state: OneOf(ITEM_STATES),
  online: Nullable(Type.Boolean()),
  depth: Type.Integer(),
  via: Nullable(Id),
});
/** What is reached, the nearest first, and the relations among what is reached. */
export const Impact = Type.Object({
  start: Node,
  items: Type.Array(Node),
  relations: Type.Array(
    Type.Object({
      fromId: Id,
      kind: Type.String(),
      words: Type.String({ description: 'Read from the first to the second: depends on' }),
      inverse: Type.String({ description: 'Read from the second to the first: is needed by' }),
      toId: Id,
    }),
  ),
  contacts: Type.Array(
    Type.Object({
      ...Named.properties,
      isOwner: Type.Boolean({ description: 'One of these is theirs; else they seem to be who used one last' }),
    }),
  ),
  services: Type.Array(Named),
});
export type Impact = Static<typeof Impact>;
export const ServiceMap = Type.Object({ items: Type.Array(Node), relations: Impact.properties.relations });
export type ServiceMap = Static<typeof ServiceMap>;

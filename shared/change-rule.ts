import Type, { type Static } from 'typebox';
import { ApprovalTermsShape } from './approval.ts';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';

/** Of which changes a rule speaks, at which stage, and whether it lets them go on or whom it asks. */
export const ChangeRuleTerms = Type.Object({
  condition: Type.String({ maxLength: 2_000, description: 'A CEL expression; empty: always' }),
  stage: OneOf(['before', 'expedited', 'afterwards']),
  outcome: Type.Union([
    Type.Object({ does: OneOf(['authorise']) }),
    Type.Object({ does: OneOf(['ask']), approval: ApprovalTermsShape }),
  ]),
});
export type ChangeRuleTerms = Static<typeof ChangeRuleTerms>;
const Position = Type.Integer({ minimum: 0, maximum: 10_000 });
export const CreateChangeRule = Type.Object({ name: Name, position: Type.Optional(Position), terms: ChangeRuleTerms });
export type CreateChangeRule = Static<typeof CreateChangeRule>;
export const SaveChangeRule = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  position: Type.Optional(Position),
  terms: Type.Optional(Nullable(ChangeRuleTerms)),
});
export type SaveChangeRule = Static<typeof SaveChangeRule>;
export const PublishChangeRule = Type.Object({
  version: Version,
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why, for the list of versions' })),
});
export type PublishChangeRule = Static<typeof PublishChangeRule>;
export const ChangeRuleView = Type.Object({
  id: Id,
  name: Type.String(),
  position: Type.Integer(),
  terms: Nullable(ChangeRuleTerms),
  draft: Nullable(ChangeRuleTerms),
  publishedAt: Nullable(Instant),
  number: Nullable(Type.Integer({ description: 'Of the version in force; null while none is' })),
  fault: Nullable(Type.Object({ at: Type.String(), error: Type.String() })),
  version: Version,
});
export type ChangeRuleView = Static<typeof ChangeRuleView>;
export const ChangeRuleVersion = Type.Object({
  number: Type.Integer(),
  terms: Type.Unsafe<ChangeRuleTerms | null>({ ...Nullable(ChangeRuleTerms), description: 'Null: it was withdrawn' }),
  note: Type.String(),
  publishedAt: Instant,
  publishedBy: Nullable(Type.String()),
});
export type ChangeRuleVersion = Static<typeof ChangeRuleVersion>;

export const SimulateChangeRule = Type.Object({
  id: Type.Optional(Type.String({ ...Id, description: 'The rule that it would change; else it would be added' })),
  position: Type.Optional(Position),
  terms: Type.Unsafe<ChangeRuleTerms | null>({
    ...Nullable(ChangeRuleTerms),
    description: 'Null: it would be withdrawn',
  }),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 731, default: 365 })),
});
export type SimulateChangeRule = Static<typeof SimulateChangeRule>;
export const ChangeSimulation = Type.Object({
  judged: Type.Integer(),
  capped: Type.Boolean(),
  fits: Type.Integer({ description: 'Of how many the rule speaks' }),
  stricter: Type.Integer({ description: 'Of how many more people would be asked' }),
  easier: Type.Integer(),
  extraSteps: Type.Integer({
    description: 'Steps of approval that there would be more, all in all; fewer where it is negative',
  }),
  notWell: Type.Integer({ description: 'Changes among them that failed, were backed out or had issues' }),
  notWellStricter: Type.Integer({ description: 'Of these, how many more people would have looked at' }),
  examples: Type.Array(
    Type.Object({
      ...{ id: Id, key: Type.String(), title: Type.String(), client: Type.String() },
      risk: Nullable(Type.Integer()),
      outcome: Nullable(Type.String()),
      before: Type.Array(Type.String()),
      after: Type.Array(Type.String()),
    }),
  ),
  fault: Nullable(Type.String()),
});
export type ChangeSimulation = Static<typeof ChangeSimulation>;

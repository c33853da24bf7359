import Type, { type Static } from 'typebox';
import { PRACTICE_KEYS } from './adoption-words.ts';
import { OneOf } from './http.ts';

export const PracticeParams = Type.Object({ key: OneOf(PRACTICE_KEYS) });

/** How far a practice is taken up. */
export const PracticeView = Type.Object({
  key: OneOf(PRACTICE_KEYS),
  on: Type.Boolean({ description: 'Whether its rooms and actions are shown; what the API does is not touched by it' }),
});
export type PracticeView = Static<typeof PracticeView>;
export const Practices = Type.Object({ items: Type.Array(PracticeView) });
export const SwitchPractice = Type.Object({ on: Type.Boolean() });
/** Things begun with each within the last 90 days, among what the reader sees. */
export const PracticeUses = Type.Object({
  uses: Type.Array(Type.Object({ key: OneOf(PRACTICE_KEYS), count: Type.Integer() })),
});
export type PracticeUses = Static<typeof PracticeUses>;

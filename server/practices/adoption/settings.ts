import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';
import { PRACTICE_KEYS, PRACTICES, type PracticeKey } from '#shared/adoption-words.ts';

const usual = Object.fromEntries(PRACTICE_KEYS.map((key) => [key, PRACTICES[key].usual])) as Record<
  PracticeKey,
  boolean
>;

/** Which practices are shown. */
export const ADOPTED = defineSetting({
  key: 'practices.adopted',
  title: 'Practices in use',
  help: 'Which practices the workspace shows. What is switched off is hidden, not forbidden: nothing that was made with it is lost, and the API goes on.',
  levels: ['provider'],
  schema: Type.Object({
    request: Type.Boolean(),
    change: Type.Boolean(),
    knowledge: Type.Boolean(),
    problem: Type.Boolean(),
    major: Type.Boolean(),
    improvement: Type.Optional(Type.Boolean({ description: 'Off where it was chosen before there was one' })),
  }),
  default: usual,
});

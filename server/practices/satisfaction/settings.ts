import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';

/** Whether, how and how often clients' people are asked how content they are. */
export const ASKING = defineSetting({
  key: 'satisfaction.asking',
  title: 'Asking how content people are',
  help: 'Whether whoever asked for a ticket is asked how content they are when it is closed; in the portal, and by mail as well. Nobody is asked more often than once in so many days, and what was said can be changed for so many.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({
    active: Type.Boolean(),
    byMail: Type.Boolean(),
    everyDays: Type.Integer({ minimum: 0, maximum: 365 }),
    changeDays: Type.Integer({ minimum: 1, maximum: 90 }),
  }),
  default: { active: true, byMail: false, everyDays: 7, changeDays: 14 },
});

import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';

/** When people are reminded of time that they have not submitted. */
export const SUBMIT_REMINDER = defineSetting({
  key: 'time.submitReminder',
  title: 'Reminder to submit time',
  help: 'After how many days somebody is told of recorded time that they have not submitted, once a week. With 0 nobody is told by itself.',
  levels: ['provider'],
  schema: Type.Object({ days: Type.Integer({ minimum: 0, maximum: 60 }) }),
  default: { days: 3 },
});

/** Whether drafts of time are made from what people do. */
export const DRAFTS = defineSetting({
  key: 'time.drafts',
  title: 'Drafts of time',
  help: 'Whether what somebody opens and does on tickets becomes drafts of their time, which nobody else sees. Switched off, nothing is noted and none are proposed.',
  levels: ['provider'],
  schema: Type.Object({ on: Type.Boolean() }),
  default: { on: true },
});

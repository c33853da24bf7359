import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';

/** When an incident is a major one, in the firm's own words, and from how many alike tickets on one is suggested. */
export const CRITERIA = defineSetting({
  key: 'major.criteria',
  title: 'When an incident is a major one',
  help: 'What whoever proposes one can tick; and from how many tickets or clients on, within how many minutes, tickets with the same service or category are suggested as one, where that is so many times as many as usual.',
  levels: ['provider'],
  schema: Type.Object({
    criteria: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 20,
      title: 'What can be ticked',
      description: 'One a line',
    }),
    tickets: Type.Integer({ minimum: 2, maximum: 1_000, title: 'Suggested from so many tickets on' }),
    clients: Type.Integer({ minimum: 2, maximum: 1_000, title: 'Or of so many clients' }),
    minutes: Type.Integer({ minimum: 5, maximum: 1_440, title: 'Within', description: 'Minutes' }),
    timesUsual: Type.Integer({ minimum: 1, maximum: 1_000, title: 'Where that is so many times as many as usual' }),
  }),
  default: {
    criteria: [
      'A service that the business of a client stands on is down',
      'Several clients are hit by the same cause',
      'Data is lost, or somebody who should not has it',
      'It cannot be ended without several teams or a supplier',
    ],
    tickets: 6,
    clients: 3,
    minutes: 60,
    timesUsual: 5,
  },
});

/** How often affected clients are told. */
export const TELLING = defineSetting({
  key: 'major.telling',
  title: 'How often clients are told during a major incident',
  help: 'Minutes between two words to the people of affected clients, unless the incident itself says otherwise.',
  levels: ['provider'],
  schema: Type.Object({
    cadenceMinutes: Type.Integer({ minimum: 5, maximum: 1_440, title: 'Every', description: 'Minutes' }),
  }),
  default: { cadenceMinutes: 30 },
});

/** Whether whoever is on call is called by itself. */
export const PAGING = defineSetting({
  key: 'major.paging',
  title: 'Calling people when a major incident is declared',
  help: 'Calls along the escalation path of the incident’s team, else of its client, as soon as it is declared.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ onDeclaration: Type.Boolean({ title: 'Call whoever is on call' }) }),
  default: { onDeclaration: false },
});

import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';
import { COLLISION_KINDS } from '#shared/change-schedule-words.ts';
import { OneOf } from '#shared/http.ts';

/** Which collisions hold a change back until somebody overrides them; the others are only told. */
export const BLOCKING = defineSetting({
  key: 'change.blocking',
  title: 'What holds a change back',
  help: 'Which collisions keep a change from being scheduled and begun: another change of the same item, of what it depends on or what depends on it, the same person or team at the same time, a freeze, a blackout, or that it is outside of the maintenance windows. Whatever is not named here is only told. A block can be overridden with a reason, which is recorded.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ kinds: Type.Array(OneOf(COLLISION_KINDS), { uniqueItems: true }) }),
  default: { kinds: ['item', 'dependency', 'person', 'freeze', 'blackout', 'outside_window'] },
});

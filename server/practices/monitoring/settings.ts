import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';

const Most = (maximum: number) => Type.Integer({ minimum: 1, maximum });
/** The least severe that makes a ticket by itself; 0: none does. */
const Upto = Type.Integer({ minimum: 0, maximum: 5 });

/** When alerts become work, and when many of them become one. */
export const ALERTS = defineSetting({
  key: 'alert.deciding',
  title: 'What becomes of alerts',
  help: 'How long an alert settles before it is decided about (seconds); more than how many within how many minutes are one storm; how often within an hour one is flapping, and how many minutes it must then stay quiet; for how many hours one that comes back reopens its ticket; and up to which severity (1 critical to 5 information, 0 none) each kind makes a ticket where no rule says otherwise.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({
    settleSeconds: Type.Integer({ minimum: 0, maximum: 600 }),
    stormAlerts: Most(1_000),
    stormMinutes: Most(120),
    flapTimes: Most(1_000),
    quietMinutes: Most(720),
    reopenHours: Type.Integer({ minimum: 0, maximum: 720 }),
    ticketUpTo: Type.Object({ exception: Upto, warning: Upto, informational: Upto }),
  }),
  default: {
    settleSeconds: 2,
    stormAlerts: 10,
    stormMinutes: 5,
    flapTimes: 4,
    quietMinutes: 15,
    reopenHours: 24,
    ticketUpTo: { exception: 4, warning: 2, informational: 0 },
  },
});

/** For how long alerts that are over stay. */
export const KEEPING = defineSetting({
  key: 'alert.keeping',
  title: 'How long alerts are kept',
  help: 'For how many days an alert stays after it was raised last and is over. What came back within the last year stays longer, so that problems can be looked for behind it; what has an open ticket stays as well.',
  levels: ['provider'],
  schema: Type.Object({ days: Type.Integer({ minimum: 30, maximum: 3_650 }) }),
  default: { days: 400 },
});

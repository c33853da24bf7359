import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';

const LEVELS = ['provider', 'group', 'client'] as const;

/** Below which margin a contract is warned of. */
export const LEAST_MARGIN = defineSetting({
  key: 'billing.leastMargin',
  title: 'Least margin',
  help: 'A contract whose month comes to a smaller margin at its pace stands first under Margin, and whoever bills the client is told, once a month.',
  levels: LEVELS,
  schema: Type.Object({
    percent: Type.Integer({ minimum: -100, maximum: 100, description: 'Per cent of what comes in' }),
  }),
  default: { percent: 20 },
});

/** When whoever bills a client is told that a block runs out. */
export const BLOCK_ALERTS = defineSetting({
  key: 'billing.blockAlerts',
  title: 'Blocks that run out',
  help: 'Whoever bills the client is told when so much of a block is used, when all of it is, and so many days before some of it lapses. Blocks that are good for one month only lapse without a word.',
  levels: LEVELS,
  schema: Type.Object({
    usedPercent: Type.Integer({ minimum: 1, maximum: 100, description: 'Used of the block, in per cent' }),
    days: Type.Integer({ minimum: 0, maximum: 365, description: 'Before some of it lapses' }),
  }),
  default: { usedPercent: 80, days: 14 },
});

import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';

/** How much of a service is missing where it is only said that it works in part. */
export const DEGRADED = defineSetting({
  key: 'service.degraded',
  title: 'A service that works in part',
  help: 'How much of a service counts as missing, in percent, while its status or an announcement says that it works in part. It can be changed at each outage.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ percent: Type.Integer({ minimum: 1, maximum: 100 }) }),
  default: { percent: 50 },
});

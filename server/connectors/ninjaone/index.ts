import type { Provider } from '#server/connectors/core/index.ts';
import { check, FIELDS } from './fields.ts';
import { openNinja } from './session.ts';
import { receive } from './webhook.ts';

export const ninjaOne: Provider = {
  key: 'ninjaone',
  name: 'NinjaOne',
  kind: 'rmm',
  abilities: {
    devices: true,
    software: true,
    alerts: true,
    resolve: true,
    acknowledge: false,
    scripts: true,
    webhook: true,
    subscribe: true,
  },
  fields: FIELDS,
  check,
  open: openNinja,
  receive,
};

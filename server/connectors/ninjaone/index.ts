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
  addressHelp:
    'Where you open NinjaOne, such as https://app.ninjarmm.com, https://eu.ninjarmm.com or https://oc.ninjarmm.com',
  check,
  open: openNinja,
  receive,
};

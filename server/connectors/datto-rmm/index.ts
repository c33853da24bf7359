import type { Provider } from '#server/connectors/core/index.ts';
import { check, FIELDS } from './fields.ts';
import { type DattoSession, openDatto } from './session.ts';
import { receive } from './webhook.ts';

export const dattoRmm: Provider = {
  key: 'datto-rmm',
  name: 'Datto RMM',
  kind: 'rmm',
  abilities: {
    devices: true,
    software: true,
    alerts: true,
    resolve: true,
    acknowledge: false,
    scripts: true,
    webhook: true,
  },
  fields: FIELDS,
  addressHelp: 'Shown beside a user’s API keys, such as https://merlot-api.centrastage.net',
  check,
  open: openDatto,
  receive,
  alerts: (session, externalIds) => (session as DattoSession).alerts(externalIds),
};

import { isTimeZone } from '#kernel/time-zone.ts';
import type { ConnectorField, Provider } from '#server/connectors/core/index.ts';

export const FIELDS: readonly ConnectorField[] = [
  {
    key: 'apiKey',
    label: 'API key',
    help: 'Settings > General Settings > API on the dashboard. A key may be limited to some groups of clients.',
    secret: true,
    required: true,
    type: 'text',
  },
  {
    key: 'zone',
    label: 'Time zone of the dashboard',
    help: 'A name such as Australia/Brisbane. N-sight says since when a check fails by the clock of its dashboard.',
    secret: false,
    required: true,
    type: 'text',
  },
];

/** What is wrong with the values of a form, by field. */
export const check: NonNullable<Provider['check']> = ({ baseUrl, values }) => {
  const wrong: { field: string; message: string }[] = [];
  if (/\/api$/.test(baseUrl)) wrong.push({ field: 'baseUrl', message: 'Leave out /api behind the address.' });
  if (!isTimeZone(values['zone'] ?? ''))
    wrong.push({ field: 'zone', message: 'Write the name of a time zone, such as Australia/Brisbane.' });
  return wrong;
};

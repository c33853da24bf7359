import { isTimeZone } from '#kernel/time-zone.ts';
import type { ConnectorField, Provider } from '#server/connectors/core/index.ts';

export const FIELDS: readonly ConnectorField[] = [
  {
    key: 'clientId',
    label: 'ClientId',
    help: 'The GUID of the integration, from ConnectWise’s developer site.',
    secret: false,
    required: true,
    type: 'text',
  },
  {
    key: 'user',
    label: 'User name',
    help: 'An integrator account without a second factor, that sees every client.',
    secret: false,
    required: true,
    type: 'text',
  },
  { key: 'password', label: 'Password', help: '', secret: true, required: true, type: 'text' },
  {
    key: 'clock',
    label: 'The server’s dates are in',
    help: 'Automate writes dates without a zone. The health page says if machines that are online contradict.',
    secret: false,
    required: true,
    type: 'choice',
    choices: [
      { value: 'utc', label: 'UTC' },
      { value: 'local', label: 'The server’s local time' },
    ],
  },
  {
    key: 'zone',
    label: 'Time zone of the server',
    help: 'For local time: a name such as Australia/Brisbane.',
    secret: false,
    required: false,
    type: 'text',
  },
  {
    key: 'alerts',
    label: 'Take alerts from',
    help: 'Results of internal monitors come in one list. Alerts of each computer are complete, and cost a call for every computer where the server has no list of them all.',
    secret: false,
    required: false,
    type: 'choice',
    choices: [
      { value: 'monitors', label: 'Results of internal monitors' },
      { value: 'computers', label: 'Alerts of each computer' },
    ],
    default: 'monitors',
  },
];

/** What is wrong with the values of a form, by field. */
export const check: NonNullable<Provider['check']> = ({ baseUrl, values }) => {
  const wrong: { field: string; message: string }[] = [];
  if (/\/cwa(\/|$)/.test(baseUrl))
    wrong.push({ field: 'baseUrl', message: 'Leave out /cwa and what follows behind the address.' });
  if (!/^[0-9a-f-]{36}$/i.test(values['clientId'] ?? ''))
    wrong.push({ field: 'clientId', message: 'A ClientId is a GUID of 36 characters.' });
  if (values['clock'] !== 'utc' && values['clock'] !== 'local')
    wrong.push({ field: 'clock', message: 'Say in which zone the server writes its dates.' });
  if (values['clock'] === 'local' && !isTimeZone(values['zone'] ?? ''))
    wrong.push({ field: 'zone', message: 'Write the name of a time zone, such as Australia/Brisbane.' });
  return wrong;
};

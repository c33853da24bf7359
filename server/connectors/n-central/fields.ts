import { isTimeZone } from '#kernel/time-zone.ts';
import type { ConnectorField, Provider } from '#server/connectors/core/index.ts';
import { DEFAULT_STATES, statesIn } from './states.ts';

export const FIELDS: readonly ConnectorField[] = [
  {
    key: 'jwt',
    label: 'JSON web token of the API user',
    help: 'Administration > User Management > Users > (API user) > API Access > Generate JSON Web Token. The user needs a role with rights on the service organisation, and no second factor.',
    secret: true,
    required: true,
    type: 'text',
  },
  {
    key: 'zone',
    label: 'Time zone of the N-central server',
    help: 'A name such as Australia/Brisbane. Notifications, and some times of the API, come without a zone: they are the server’s own.',
    secret: false,
    required: true,
    type: 'text',
  },
  {
    key: 'issues',
    label: 'Ask for active issues of',
    help: 'Customers and sites is the careful choice. Customers alone is faster, where their lists hold the issues of their sites too.',
    secret: false,
    required: false,
    type: 'choice',
    choices: [
      { value: 'all', label: 'Customers and sites' },
      { value: 'customers', label: 'Customers alone' },
    ],
    default: 'all',
  },
  {
    key: 'states',
    label: 'What the numbers of a notification state mean',
    help: 'Each number with one of normal, warning, failed, disconnected or disabled. Versions of N-central may differ.',
    secret: false,
    required: false,
    type: 'text',
    default: DEFAULT_STATES,
  },
];

/** What is wrong with the values of a form, by field. */
export const check: NonNullable<Provider['check']> = ({ baseUrl, values }) => {
  const wrong: { field: string; message: string }[] = [];
  if (/\/api$/.test(baseUrl)) wrong.push({ field: 'baseUrl', message: 'Leave out /api behind the address.' });
  if (!isTimeZone(values['zone'] ?? ''))
    wrong.push({ field: 'zone', message: 'Write the name of a time zone, such as Australia/Brisbane.' });
  if (statesIn(values['states'] ?? '') === null)
    wrong.push({ field: 'states', message: 'Write numbers and words, such as 3=warning 5=failed.' });
  return wrong;
};

import type { ConnectorField, Provider } from '#server/connectors/core/index.ts';

export const FIELDS: readonly ConnectorField[] = [
  {
    key: 'clientId',
    label: 'Client id',
    help: 'Administration > Apps > API > Client app IDs: a new one of the platform “API Services (machine-to-machine)”, with the grant “Client credentials” and the scopes chosen below.',
    secret: false,
    required: true,
    type: 'text',
  },
  {
    key: 'clientSecret',
    label: 'Client secret',
    help: 'NinjaOne shows it once, when the app is made.',
    secret: true,
    required: true,
    type: 'text',
  },
  {
    key: 'rights',
    label: 'What Fettle may do there',
    help: 'Asked for with every sign-in; the app must have these scopes.',
    secret: false,
    required: false,
    type: 'choice',
    choices: [
      { value: 'monitoring', label: 'Read (monitoring)' },
      { value: 'monitoring management', label: 'Read, close alerts, set the webhook (monitoring, management)' },
      { value: 'monitoring management control', label: 'And run scripts (monitoring, management, control)' },
    ],
    default: 'monitoring management',
  },
  {
    key: 'callsPerMinute',
    label: 'Calls a minute',
    help: 'NinjaOne does not publish its limit. Fewer, if it asks for that.',
    secret: false,
    required: false,
    type: 'number',
    default: '60',
  },
];

const MOST_CALLS = 600;

/** Calls a minute as the form says them; null for what cannot be meant. */
export function callsPerMinute(text: string | undefined): number | null {
  const calls = Number(text?.trim() || '60');
  return Number.isInteger(calls) && calls >= 1 && calls <= MOST_CALLS ? calls : null;
}

export const check: NonNullable<Provider['check']> = ({ values }) =>
  callsPerMinute(values['callsPerMinute']) === null
    ? [{ field: 'callsPerMinute', message: `takes a whole number from 1 to ${MOST_CALLS}` }]
    : [];

/** The host's root: people paste it with and without what stands behind it. */
export const rootOf = (baseUrl: string): string => baseUrl.replace(/\/(v2|ws|apidocs)(\/.*)?$/, '');

import type { ConnectorField, Provider } from '#server/connectors/core/index.ts';
import { allowedUdfs } from './udf.ts';

export const FIELDS: readonly ConnectorField[] = [
  {
    key: 'apiKey',
    label: 'API key',
    help: 'Setup > Users > (user) > Generate API Keys. Before that, Setup > Global Settings > Access Control > Enable API access. Fettle may do what this user may.',
    secret: true,
    required: true,
    type: 'text',
  },
  {
    key: 'apiSecret',
    label: 'API secret key',
    help: 'Datto shows it once, when the keys are made.',
    secret: true,
    required: true,
    type: 'text',
  },
  {
    key: 'udfs',
    label: 'User-defined fields to read',
    help: 'None where it is empty, since these fields often hold passwords. Name those that do not, with what each is in Fettle where it is something: udf3=location, udf7=notes, udf12.',
    secret: false,
    required: false,
    type: 'text',
  },
  {
    key: 'sizes',
    label: 'Unit of memory and disks in audits',
    help: 'Datto does not say it. If memory is far too large or missing in Fettle, choose another one.',
    secret: false,
    required: false,
    type: 'choice',
    choices: [
      { value: 'bytes', label: 'Bytes' },
      { value: 'kilobytes', label: 'Kilobytes (1024 bytes)' },
      { value: 'megabytes', label: 'Megabytes (1024 kilobytes)' },
    ],
    default: 'bytes',
  },
];

const CONSOLE = /^https:\/\/([a-z]+)\.(centrastage\.net|rmm\.datto\.com)$/i;

export const check: NonNullable<Provider['check']> = ({ baseUrl, values }) => {
  const platform = CONSOLE.exec(new URL(baseUrl).origin)?.[1];
  const udfs = allowedUdfs(values['udfs'] ?? '');
  return [
    ...(platform === undefined
      ? []
      : [
          {
            field: 'baseUrl',
            message: `is the address of the console; the API is at https://${platform}-api.centrastage.net, as shown beside the keys`,
          },
        ]),
    ...(udfs === null
      ? [
          {
            field: 'udfs',
            message: 'takes names from udf1 to udf300 with commas between them, such as udf3=location, udf12',
          },
        ]
      : []),
  ];
};

/** The API's root: people paste it with and without what stands behind the host. */
export const rootOf = (baseUrl: string): string => baseUrl.replace(/\/api(\/v2)?$/, '');

/** What a condition of a rule may name. */
export const ALERT_VARIABLES = {
  alert: {
    connector: 'string',
    kind: 'string',
    severity: 'int',
    condition: 'string',
    title: 'string',
    text: 'string',
    site: 'string',
    device: 'string',
    count: 'int',
  },
  item: { class: 'string?', name: 'string?', service: 'string?', serviceImportance: 'string?' },
  client: { code: 'string', name: 'string', group: 'string?', importance: 'string', known: 'bool' },
} as const;

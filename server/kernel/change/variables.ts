/** What a condition of a rule about authorisation may name. `risk`: 1 low … 4 very high, null where it is not known. */
export const CHANGE_VARIABLES = {
  change: {
    type: 'string',
    model: 'string',
    title: 'string',
    risk: 'int?',
    outage: 'bool',
    cost: 'double?',
    services: 'strings',
    importance: 'string?',
    items: 'int',
    dependents: 'int',
  },
  client: { code: 'string', name: 'string', group: 'string?', importance: 'string' },
} as const;

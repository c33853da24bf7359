/** What a policy's condition and a clock's rules may name. */
export const SLA_VARIABLES = {
  ticket: {
    kind: 'string',
    status: 'string',
    statusCategory: 'string',
    holdReason: 'string?',
    priority: 'int',
    impact: 'int',
    urgency: 'int',
    source: 'string',
    tags: 'strings',
    category: 'string?',
    team: 'string?',
    assigned: 'bool',
    answered: 'bool',
    vip: 'bool',
  },
  client: { name: 'string', code: 'string', group: 'string?', country: 'string', region: 'string' },
  service: { name: 'string?' },
} as const;

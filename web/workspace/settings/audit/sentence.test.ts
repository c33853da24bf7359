import { expect, test } from 'vitest';
import type { AuditEntry } from '#shared/audit.ts';
import { sentenceOf } from './sentence.ts';

const ID = '01a21d60-576d-7581-9dc0-232f41ab636b';
const entry = (type: string, label: string | null, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: ID,
  at: '2026-11-27T01:00:00.000Z',
  type,
  subject: { type: type.split('.')[0] ?? '', id: ID, label },
  client: null,
  actor: { kind: 'staff', id: ID, name: 'Mara' },
  onBehalfOf: null,
  requestId: '',
  visibility: 'internal',
  changes: {},
  data: {},
  ...more,
});
const read = (one: AuditEntry) => {
  const { who, did, which, more } = sentenceOf(one);
  return `${who} ${did}${which ? ` ${which}` : ''}${more ? `: ${more}` : ''}`;
};

test.each<[string, AuditEntry]>([
  ['Mara logged ACME-1', entry('ticket.created', 'ACME-1')],
  ['Mara changed ACME-1: impact: 2 → 1', entry('ticket.updated', 'ACME-1', { changes: { impact: [2, 1] } })],
  [
    'Mara changed the client Acme: name: Acme → Acme Ltd',
    entry('client.changed', 'Acme', { changes: { name: ['Acme', 'Acme Ltd'] } }),
  ],
  [
    'Mara asked for what they may not see, and was told that it is not there: BIRCH-4',
    entry('access.denied', 'Mara', { data: { asked: 'BIRCH-4', kind: 'tickets' } }),
  ],
  [
    'Mara asked for what they may not see, and was told that it is not there: one of the recurring tickets',
    entry('access.denied', 'Mara', { data: { asked: ID, kind: 'recurring_tickets' } }),
  ],
  ['Mara deleted the canned reply Hello', entry('canned_reply.deleted', 'Hello')],
  ['Mara stopped a change of many tickets', entry('bulk_change.stopped', null)],
  [
    'Mara changed the setting sla.targets',
    entry('setting.changed', 'sla.targets', { changes: { 'sla.targets': [{}, {}] } }),
  ],
  [
    'Mara changed the setting desk.reopen_days: for everybody, 5 → 7',
    entry('setting.changed', 'desk.reopen_days', {
      changes: { 'desk.reopen_days': [5, 7] },
      data: { level: 'provider' },
    }),
  ],
  [
    'Mara changed the setting desk.reopen_days: for one client, 7',
    entry('setting.changed', 'desk.reopen_days', {
      changes: { 'desk.reopen_days': [null, 7] },
      data: { level: 'client' },
    }),
  ],
  [
    'Mara changed the setting desk.reopen_days: for a client group, taken back, so that it is inherited again',
    entry('setting.changed', 'desk.reopen_days', {
      changes: { 'desk.reopen_days': [7, null] },
      data: { level: 'group' },
    }),
  ],
  [
    'Mara changed the setting sla.targets: for everybody, by priority 1 response: 900 → 600',
    entry('setting.changed', 'sla.targets', {
      changes: {
        'sla.targets': [
          { byPriority: [{ response: 900, resolution: 1 }] },
          { byPriority: [{ response: 600, resolution: 1 }] },
        ],
      },
      data: { level: 'provider' },
    }),
  ],
  [
    'Mara (by API key) changed the team Night',
    entry('team.changed', 'Night', { actor: { kind: 'key', id: ID, name: 'Mara' } }),
  ],
])('%s', (sentence, one) => {
  expect(read(one)).toBe(sentence);
});

test('signing in is told of whom it lets in, and of nobody where the address is nobody’s', () => {
  const actor = { kind: 'system', id: null, name: 'Sign-in' };
  const data = { by: 'password', address: '10.1.2.3' };
  expect(read(entry('sign_in.succeeded', 'Nia', { actor, data }))).toBe('Nia signed in: by password, from 10.1.2.3');
  expect(read(entry('sign_in.refused', null, { actor, data }))).toBe(
    'Somebody unknown was refused at signing in: by password, from 10.1.2.3',
  );
});

test('ids, instants, markup and long texts are not read out: the field is', () => {
  const changes = {
    assignee_id: [null, ID],
    due_at: ['2026-11-27T01:00:00Z', null],
    description: ['', '<p>Hello</p>'],
    notes: ['a', 'b'.repeat(61)],
    members: [[], [ID]],
  };
  expect(read(entry('ticket.updated', 'ACME-1', { changes }))).toBe(
    'Mara changed ACME-1: assignee, due, description, notes, members',
  );
});

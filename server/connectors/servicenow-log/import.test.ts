import { beforeAll, describe, expect, test } from 'vitest';
import { searchModule } from '#server/desk/search/index.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { BY_INCIDENT, importOf, LOG, longLog, storedHistory, storedRows } from '#tests/servicenow-log.ts';
import type { Report } from './report.ts';

const desk = await openDesk();
let ada: Person;
let report: Report;
beforeAll(async () => {
  ada = await hire(desk, { name: 'Ada' });
  report = await importOf(desk, LOG);
});

const iso = (text: string | undefined): string | null => {
  const [day, month, year, hour, minute] = (text ?? '?').split(/[/ :]/);
  return text === '?' ? null : new Date(`${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${minute}:00Z`).toISOString();
};
const pad = (text: string | undefined) => (text ?? '').padStart(2, '0');
const keyOf = (ref: string) => `SNOW-${Number(ref.slice(3))}`;
const read = async <T>(url: string): Promise<T> => {
  const answer = await ada.call('GET', url);
  expect(answer.status).toBe(200);
  return answer.body;
};
const timeline = async (ref: string) =>
  (await read<{ items: TimelineEntry[] }>(`/tickets/${keyOf(ref)}/timeline`)).items;

test('the report says that all is as in the file, figure by figure', () => {
  const last = [...BY_INCIDENT.values()].map((rows) => rows.at(-1));
  const sum = (name: string) => last.reduce((total, row) => total + Number(row?.[name]), 0);
  expect(report).toMatchObject({
    ok: true,
    rows: { read: 114, imported: 114, presentBefore: 0, setAside: 0, refused: 0, notReached: 0 },
    incidents: { read: 16, imported: 16, presentBefore: 0, differing: 0, setAside: 0 },
    problems: [],
    unknownStates: { '-100': { rows: 2 } },
    proof: { incidents: 16, rows: 114, rowsEqual: 114, differences: [] },
  });
  for (const figure of ['reassignment_count', 'reopen_count', 'sys_mod_count'] as const)
    expect(report.proof[figure]).toEqual({
      log: sum(figure),
      fettle: sum(figure),
      incidentsEqual: 16,
      incidentsCompared: 16,
    });
  const unknown = report.unknownStates['-100'];
  expect(unknown?.lines.map((line) => LOG[line - 1]?.split(',')[1])).toEqual(['-100', '-100']);
});

test.each([...BY_INCIDENT.keys()])('%s is, through the API, what the log says in the end', async (ref) => {
  const rows = BY_INCIDENT.get(ref) ?? [];
  const last = rows.at(-1);
  const known = (name: string) => (last?.[name] === '?' ? undefined : last?.[name]?.trim());
  const ticket = await read<TicketView>(`/tickets/${keyOf(ref)}`);
  expect({
    ref: ticket.externalRef,
    status: ticket.status,
    reassignments: ticket.reassignmentCount,
    reopens: ticket.reopenCount,
    priority: `${ticket.priority}`,
    created: ticket.createdAt,
    updated: ticket.updatedAt,
    resolved: ticket.resolvedAt,
    closed: ticket.closedAt,
    requester: ticket.requester?.name,
    team: ticket.team?.name,
    assignee: ticket.assignee?.name,
    site: ticket.site?.name,
  }).toEqual({
    ref,
    status: 'closed',
    reassignments: Number(last?.['reassignment_count']),
    reopens: Number(last?.['reopen_count']),
    priority: last?.['priority']?.slice(0, 1),
    created: iso(last?.['opened_at']),
    updated: iso(last?.['sys_updated_at']),
    resolved: iso(last?.['resolved_at']),
    closed: iso(last?.['closed_at']),
    requester: known('caller_id'),
    team: known('assignment_group'),
    assignee: known('assigned_to'),
    site: known('location'),
  });
});

describe('the timeline tells it', () => {
  test('in the name and at the time of each row', async () => {
    const rows = BY_INCIDENT.get('INC0007067') ?? [];
    const entries = await timeline('INC0007067');
    expect(entries[0]).toMatchObject({ type: 'ticket.created', actor: { name: rows[0]?.['opened_by']?.trim() } });
    const told = new Set(entries.slice(1).map((entry) => `${entry.at} ${entry.actor.name}`));
    expect([...told]).toEqual([
      ...new Set(rows.map((row) => `${iso(row['sys_updated_at'])} ${row['sys_updated_by']?.trim()}`)),
    ]);
  });

  test('in sentences, none of them empty', async () => {
    for (const ref of BY_INCIDENT.keys())
      for (const { sentence } of await timeline(ref)) expect(sentence).toMatch(/^\S.*[^\s:]$/);
    const sentences = (await timeline('INC0007067')).map((entry) => entry.sentence);
    expect(sentences.filter((sentence) => /moved it from Resolved to Reopened/.test(sentence))).toHaveLength(2);
    expect(sentences.filter((sentence) => /moved it from Reopened to Resolved/.test(sentence))).toHaveLength(2);
  });

  test('with the state that nobody knows, by its own word', async () => {
    const entries = await timeline('INC0028089');
    expect(entries.filter(({ sentence }) => sentence.includes('its state in the log: -100'))).toHaveLength(1);
    expect(entries.flatMap(({ changes }) => changes)).toContainEqual({
      field: 'log.incident_state',
      label: 'incident_state in the log',
      before: 'nothing',
      after: '-100',
    });
  });

  test('with custom fields each for itself', async () => {
    const closing = (await timeline('INC0000045')).flatMap(({ changes }) => changes);
    expect(closing).toContainEqual({
      field: 'custom.closed_code',
      label: 'Closed code',
      before: 'nothing',
      after: 'code 5',
    });
  });
});

test('search finds them, also by words that are mistyped', async () => {
  const find = async (text: string) =>
    (await read<{ items: { key: string }[] }>(`/tickets?q=${encodeURIComponent(text)}`)).items.map(({ key }) => key);
  expect(await find('Symptom 72')).toContain('SNOW-45');
  expect(await find('INC0000045')).toEqual(['SNOW-45']);
  for (const job of searchModule.jobs(desk.services)) await job.run({});
  expect(await find('subcategry 170')).toContain('SNOW-45');
});

test('nothing of it is unread, open or due', async () => {
  const { items } = await read<{ items: { unread: boolean; dueAt: string | null }[] }>('/tickets?limit=200');
  expect(items).toHaveLength(16);
  expect(items.filter(({ unread, dueAt }) => unread || dueAt !== null)).toEqual([]);
  expect((await read<{ items: unknown[] }>('/tickets?status=open')).items).toEqual([]);
});

test('a second run changes nothing', async () => {
  const before = await storedRows(desk.adminUrl);
  const again = await importOf(desk, LOG);
  expect(again).toMatchObject({
    ok: true,
    incidents: { imported: 0, presentBefore: 16 },
    rows: { imported: 0, presentBefore: 114 },
    proof: { rowsEqual: 114 },
    made: { client: 0, caller: 0, site: 0, team: 0, person: 0, category: 0 },
  });
  expect(await storedRows(desk.adminUrl)).toEqual(before);
});

test('one that is here with another content is told and left alone', async () => {
  const before = await storedRows(desk.adminUrl);
  const changed = LOG.map((line) => line.replace('Opened by  8,29/2/2016 01:16', 'Opened by  9,29/2/2016 01:16'));
  const again = await importOf(desk, changed);
  expect(again).toMatchObject({ ok: false, incidents: { differing: 1, presentBefore: 15 } });
  expect(again.problems).toEqual([
    { line: 2, incident: 'INC0000045', text: expect.stringContaining('imported before with another content') },
  ]);
  expect(await storedRows(desk.adminUrl)).toEqual(before);
});

test('work that is done on it afterwards is no difference', async () => {
  const said = await ada.call('POST', '/tickets/SNOW-93/messages', { visibility: 'internal', body: 'Looked again.' });
  const { version } = await read<TicketView>('/tickets/SNOW-137');
  const changed = await ada.call('PATCH', '/tickets/SNOW-137', { version, impact: 1 });
  expect([said.status, changed.status]).toEqual([201, 200]);
  const again = await importOf(desk, LOG);
  expect(again.proof.differences).toEqual([]);
});

test('interrupted and run again it is the same as in one go', { timeout: 180_000 }, async () => {
  const content = longLog(4);
  const [whole, broken] = [await openDesk(), await openDesk()];
  for (const one of [whole, broken]) await hire(one);
  expect((await importOf(whole, content)).ok).toBe(true);
  const stop = new AbortController();
  const first = await importOf(broken, content, { signal: stop.signal, progress: () => stop.abort() });
  expect(first).toMatchObject({ ok: false, interrupted: true });
  expect(first.incidents.imported).toBeGreaterThan(0);
  expect(first.incidents.imported).toBeLessThan(64);
  expect(first.rows.notReached).toBe(4 * 114 - first.rows.imported);
  const second = await importOf(broken, content);
  expect(second).toMatchObject({ ok: true, incidents: { presentBefore: first.incidents.imported } });
  expect(await storedHistory(broken.adminUrl)).toEqual(await storedHistory(whole.adminUrl));
});

test('an installation that nobody has set up is left empty', async () => {
  const fresh = await openDesk();
  await expect(importOf(fresh, LOG)).rejects.toThrow(/Set Fettle up first/);
});

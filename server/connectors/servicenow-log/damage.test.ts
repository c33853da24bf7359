import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { BY_INCIDENT, fileOf, HEADER, importOf, LOG } from '#tests/servicenow-log.ts';
import { importLog } from './import.ts';

const desk = await openDesk();
await hire(desk);

/** Each test imports for a client of its own. */
let operator = { name: 'Damaged', code: 'D0', timeZone: 'UTC' };
beforeEach(() => {
  const code = `D${Number(operator.code.slice(1)) + 1}`;
  operator = { name: `Damaged ${code}`, code, timeZone: 'UTC' };
});
const bring = (content: readonly string[] | Buffer) => importOf(desk, content, { operator });

const whole = BY_INCIDENT.size;
const gzip = (lines: readonly string[]) => gzipSync(Buffer.from(`${lines.join('\n')}\n`));
/** The log with one line (1 is the header) changed. */
const withLine = (line: number, change: (text: string) => string) =>
  LOG.map((text, index) => (index === line - 1 ? change(text) : text));
const withCell = (line: number, column: string, value: string) =>
  withLine(line, (text) => text.split(',').with(HEADER.indexOf(column), value).join(','));
/** How many tickets there are, of which each must be whole: as many entries as its incident has rows. */
const written = async () => {
  const rows = await desk.run(({ tx }) =>
    tx
      .selectFrom('imported_tickets as i')
      .innerJoin('clients as c', 'c.id', 'i.client_id')
      .innerJoin('tickets as t', 't.id', 'i.ticket_id')
      .select(['i.ref', 'i.entries', 't.status'])
      .where('c.code', '=', operator.code)
      .execute(),
  );
  for (const { ref, entries, status } of rows)
    expect([ref, entries, status]).toEqual([ref, BY_INCIDENT.get(ref)?.length, 'closed']);
  return rows.length;
};

/** A row of INC0000065 that is neither its first nor its last. */
const LINE = LOG.findIndex((line) => line.startsWith('INC0000065')) + 4;
const ITS_ROWS = 13;

describe('an incident with a damaged row is set aside whole, and the rest imported', () => {
  test.each([
    [
      'a date that is none',
      withCell(LINE, 'sys_updated_at', '31/2/2016 10:00'),
      /sys_updated_at is "31\/2\/2016 10:00"/,
    ],
    ['another form of date', withCell(LINE, 'opened_at', '2016-02-29T01:16'), /opened_at is .* no date D\/M\/YYYY/],
    ['no date at all', withCell(LINE, 'sys_updated_at', '?'), /does not say when/],
    ['a count that is none', withCell(LINE, 'reassignment_count', '-1'), /reassignment_count is "-1"/],
    ['an impact that is none', withCell(LINE, 'impact', '7 - Huge'), /impact is "7 - Huge"/],
    ['a row cut short', withLine(LINE, (text) => text.slice(0, 60)), /has \d+ cells instead of 36/],
    ['a row with too much', withLine(LINE, (text) => `${text},more`), /has 37 cells instead of 36/],
    ['a quotation mark that stays open', withCell(LINE, 'category', '"Category 1'), /quotation mark/],
    ['a value that is no name', withCell(LINE, 'caller_id', 'x'.repeat(300)), /caller_id is longer than 200/],
    ['a row that names no incident', withCell(LINE, 'number', 'XX'), /has no incident number/],
  ])('%s', async (_name, content, text) => {
    const report = await bring(content);
    expect(report).toMatchObject({
      ok: false,
      incidents: { imported: whole - 1, setAside: 1 },
      rows: { read: 114, setAside: ITS_ROWS, notReached: 0 },
      proof: { incidents: whole - 1, differences: [] },
    });
    expect(report.problems).toEqual([{ line: LINE, incident: 'INC0000065', text: expect.stringMatching(text) }]);
    expect(await written()).toBe(whole - 1);
  });

  test('bytes that are no UTF-8', async () => {
    const content = Buffer.from(`${withCell(LINE, 'caller_id', 'Jos\u00e9').join('\n')}\n`, 'latin1');
    const report = await bring(content);
    expect(report.problems).toEqual([
      { line: LINE, incident: 'INC0000065', text: expect.stringContaining('no UTF-8 text') },
    ]);
    expect(await written()).toBe(whole - 1);
  });

  test('a line of megabytes', async () => {
    const report = await bring(withCell(LINE, 'category', 'x'.repeat(5_000_000)));
    expect(report.problems).toEqual([{ line: LINE, incident: 'INC0000065', text: 'is longer than 65,536 characters' }]);
    expect(await written()).toBe(whole - 1);
  });

  test('rows that stand apart', async () => {
    const report = await bring([...LOG.filter((_, index) => index !== LINE - 1), LOG[LINE - 1] ?? '']);
    expect(report.problems.map(({ incident }) => incident)).toEqual(['INC0000065', 'INC0000065']);
    expect(report.incidents).toMatchObject({ imported: whole - 1, setAside: 2 });
    expect(await written()).toBe(whole - 1);
  });
});

test('what does no harm is passed over: blank lines, the header again, other line ends, more columns', async () => {
  const [header = '', ...rows] = LOG;
  const content = [`\uFEFF${header},extra`, '', '  ', ...rows.map((row) => `${row},x\r`)];
  content.splice(40, 0, `${header},extra`);
  const report = await bring(content);
  expect(report).toMatchObject({ incidents: { imported: whole, setAside: 0 }, rows: { read: 115, refused: 1 } });
  expect(report.problems).toEqual([{ line: 41, incident: null, text: 'is the header again' }]);
});

test('a mended file brings in what was set aside', async () => {
  await bring(withCell(LINE, 'impact', '7 - Huge'));
  const report = await bring(LOG);
  expect(report).toMatchObject({ ok: true, incidents: { imported: 1, presentBefore: whole - 1 } });
});

describe('a gzip file', () => {
  test('that is whole', async () => {
    expect(await bring(gzip(LOG))).toMatchObject({ ok: true, incidents: { imported: whole } });
  });

  test('that was cut off is told to its end: what is imported and what is compared', async () => {
    const bytes = gzip(LOG);
    const last = new Map<string, number[]>();
    const progress = (phase: string, done: number, total: number) => void last.set(phase, [done, total]);
    const content = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    const { rows } = await importOf(desk, content, { operator, progress });
    expect(rows.setAside).toBeGreaterThan(0);
    expect([...last]).toEqual([
      ['importing', [rows.read, rows.read]],
      ['proving', [rows.read, rows.read]],
    ]);
  });

  test('that was cut off keeps its last incident back', async () => {
    const bytes = gzip(LOG);
    const report = await bring(bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    const { imported, setAside } = report.incidents;
    expect(report.ok).toBe(false);
    expect(imported).toBeGreaterThan(3);
    expect([setAside, await written()]).toEqual([1, imported]);
    expect(report.problems.at(-1)).toMatchObject({
      incident: [...BY_INCIDENT.keys()][imported],
      text: expect.stringContaining('the gzip file was cut off'),
    });
    expect(await bring(LOG)).toMatchObject({ ok: true, incidents: { presentBefore: imported } });
  });

  test('that is damaged in the middle gives what lies before', async () => {
    const bytes = gzip(LOG);
    bytes.fill(0xff, Math.floor(bytes.length * 0.6), Math.floor(bytes.length * 0.6) + 40);
    const report = await bring(bytes);
    expect(report.problems.at(-1)?.text).toMatch(/gzip file is damaged/);
    expect([report.incidents.setAside, await written()]).toEqual([1, report.incidents.imported]);
  });
});

test('a file that breaks off within a row keeps that incident back', async () => {
  const text = LOG.join('\n');
  const report = await bring(Buffer.from(text.slice(0, text.lastIndexOf('INC') + 6)));
  expect(report.incidents).toMatchObject({ imported: whole - 1, setAside: 1 });
});

test.each([
  ['nothing', [''], /first line is empty/],
  ['a log of no rows', LOG.slice(0, 1), /has no rows, only its header\.$/],
  ['a gzip of nothing', Buffer.from([0x1f, 0x8b, 8, 0, 0]), /can be read: the gzip file was cut off/],
  ['another kind of table', ['id,name', '1,2'], /lacks number, incident_state, .* and 31 more/],
  ['a log without one of its columns', LOG.map((line) => line.split(',').slice(0, -1).join(',')), /lacks closed_at/],
  ['a log with a column twice', LOG.map((line) => `${line},${line.split(',')[0]}`), /names number twice/],
])('%s is refused before anything is written', async (_name, content, text) => {
  await expect(bring(content)).rejects.toThrow(text);
  expect(
    await desk.run(({ tx }) => tx.selectFrom('clients').select('code').where('code', '=', operator.code).execute()),
  ).toEqual([]);
});

test('a file that is not there', async () => {
  const path = `${fileOf(LOG)}.not`;
  await expect(importLog(desk.services, { path, operator, locations: 'sites' })).rejects.toThrow(/ENOENT/);
});

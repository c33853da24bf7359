import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { Fault } from '#kernel/errors.ts';
import { inflateMessage } from '../message/inflate.ts';
import { ReportReader } from './reader.ts';
import { understand } from './understand.ts';

const SECRET = 'planted-secret';
const software = (nth: number) =>
  `<SOFTWARES><ARCH>x86_64</ARCH><COMMENTS>${'What it is good for, at length. '.repeat(8)}</COMMENTS><FILESIZE>${nth * 1_000}</FILESIZE>
  <INSTALLDATE>21/11/2026</INSTALLDATE><NAME>library-${nth}</NAME><PUBLISHER>Its makers &lt;makers@example.com&gt;</PUBLISHER>
  <SYSTEM_CATEGORY>libs</SYSTEM_CATEGORY><VERSION>1.${nth}.3-2</VERSION></SOFTWARES>`;
/** A report with so many programs, half a kilobyte each. */
const report = (programs: number) =>
  Buffer.from(
    `<REQUEST><CONTENT><HARDWARE><NAME>pc</NAME></HARDWARE><ENVS><KEY>${SECRET}</KEY></ENVS>${Array.from({ length: programs }, (_, nth) => software(nth)).join('')}</CONTENT>
    <DEVICEID>pc-1</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`,
  );

const readers: ReportReader[] = [];
afterAll(async () => {
  for (const reader of readers) await reader.stop();
});
function open(limits: ConstructorParameters<typeof ReportReader>[0] = {}) {
  const reader = new ReportReader(limits);
  readers.push(reader);
  return {
    reader,
    read: async (bytes: Buffer | string, before: Uint8Array | null = null) =>
      reader.read(await inflateMessage(Buffer.from(bytes)), before),
  };
}
const codeOf = (work: Promise<unknown>): Promise<Fault['code']> =>
  work.then(
    () => {
      throw new Error('It was read');
    },
    (fault: Fault) => fault.code,
  );

test('while 5.5 MB are read everything else goes on, and what is read is the same', async () => {
  const { read } = open();
  const bytes = report(9_500);
  expect(bytes.length).toBeGreaterThan(5_000_000);
  const packed = deflateSync(bytes);
  const begun = performance.now();
  const direct = understand(await inflateMessage(packed), null);
  const alone = performance.now() - begun;
  await read(report(200));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const aside = await read(packed);
  delay.disable();
  const longest = delay.max / 1_000_000;
  console.info(`5.5 MB: ${alone.toFixed(0)} ms here, ${longest.toFixed(0)} ms held up while it is read aside`);
  expect(longest).toBeLessThan(alone / 3);
  if (aside.query !== 'inventory' || direct.query !== 'inventory') throw new Error('This is no inventory');
  expect(aside.reading).toEqual(direct.reading);
  expect(aside.reading.software).toHaveLength(9_500);
  expect(Buffer.from(aside.kept).equals(direct.kept)).toBe(true);
  expect(Buffer.from(aside.kept).includes(SECRET)).toBe(false);
});

test('a large part is completed by what was said before', async () => {
  const { read } = open();
  const whole = await read(report(300));
  if (whole.query !== 'inventory') throw new Error('This is no inventory');
  const users = Array.from({ length: 2_000 }, (_, nth) => ({ login: `user-${nth}`, domain: 'ACME' }));
  const part = JSON.stringify({ deviceid: 'pc-1', partial: true, content: { users } });
  const both = await read(part, whole.kept);
  expect(both).toMatchObject({ deviceId: 'pc-1', partial: false, reading: { user: 'ACME\\user-0' } });
  expect(both.query === 'inventory' && both.reading.software?.length).toBe(300);
});

test.each([
  ['a million elements', `<REQUEST><CONTENT>${'<a/>'.repeat(1_000_000)}</CONTENT></REQUEST>`],
  ['nesting without end', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  [
    'entities of entities',
    `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${'<!ENTITY b "&a;&a;">'.repeat(3_000)}]><REQUEST>&b;</REQUEST>`,
  ],
])('%s are refused in there as well, and the next report is read', async (_, bomb) => {
  const { read } = open();
  expect(await codeOf(read(deflateSync(bomb)))).toBe('malformed');
  expect(await read(report(100))).toMatchObject({ query: 'inventory', deviceId: 'pc-1' });
});

test('what takes more time or memory than a report may is refused, and the next one is read', async () => {
  const hasty = open({ mostMs: 1 });
  expect(await codeOf(hasty.read(report(5_000)))).toBe('too_large');
  const small = open({ mostMemoryMb: 24 });
  expect(await codeOf(small.read(report(9_500)))).toBe('too_large');
  expect(await small.read(report(70))).toMatchObject({ query: 'inventory' });
});

test('those that come together are read one after the other, and those that are too many are sent away', async () => {
  const { reader, read } = open();
  const many = await Promise.all([300, 100, 200].map((programs) => read(report(programs))));
  expect(many.map((one) => one.query === 'inventory' && one.reading.software?.length)).toEqual([300, 100, 200]);
  const plain = Buffer.alloc(19 * 1_048_576, ' ');
  const all = Array.from({ length: 8 }, () => codeOf(reader.read({ packing: 'plain', plain }, null)));
  expect((await Promise.all(all)).filter((code) => code === 'unavailable')).toHaveLength(2);
});

test('it ends when it is stopped, after what was given to it', async () => {
  const { reader, read } = open();
  const last = read(report(100));
  await inflateMessage(report(1));
  const workers = () => process.getActiveResourcesInfo().filter((name) => name === 'Worker').length;
  expect((await last).query).toBe('inventory');
  await reader.stop();
  await reader.stop();
  expect(workers()).toBe(0);
});

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'fettle-example-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Somebody's project: the example of the guide, beside a copy of the client. */
beforeAll(() => {
  const guide = readFileSync(join(ROOT, 'docs/guide/api.md'), 'utf8');
  writeFileSync(join(folder, 'example.ts'), /^```ts\n([\s\S]+?)^```/m.exec(guide)?.[1] ?? '');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  cpSync(join(ROOT, 'client'), join(folder, 'fettle'), {
    recursive: true,
    filter: (path) => !path.includes('.test.'),
  });
});

function run(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

test('the example of the guide stands up to the strictest reading in another project', {
  timeout: 120_000,
}, async () => {
  const options = {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['*.ts', 'fettle'] }),
  );
  expect(await run([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'])).toEqual({ code: 0, said: '' });
});

test('the example of the guide does what the guide says', { timeout: 120_000 }, async () => {
  const desk = await openDesk();
  await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  const { key, call } = await hire(desk, { name: 'Backup watch' });
  const env = { FETTLE_URL: await desk.app.listen({ host: '127.0.0.1', port: 0 }), FETTLE_KEY: key };
  const told = ['ACME-1 P2 The backup of fs01 failed', '400 malformed [ { path: ', 'urgency'];
  for (const time of ['once', 'twice']) {
    const { code, said } = await run(['example.ts'], env);
    expect([time, code]).toEqual([time, 0]);
    for (const words of told) expect(said).toContain(words);
  }
  const { items } = (await call('GET', '/tickets')).body as { items: { key: string }[] };
  expect(items.map((ticket) => ticket.key)).toEqual(['ACME-1']);
  const timeline = (await call('GET', '/tickets/ACME-1/timeline')).body as { items: { message: object | null }[] };
  expect(timeline.items.filter(({ message }) => message !== null)).toHaveLength(2);
});

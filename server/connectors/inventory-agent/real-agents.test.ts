import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { AgentReport, AgentReportView, CreatedEnrolmentKey } from '#shared/inventory-agent.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

/** Debian's own agents, run against a Fettle that listens on loopback: `.ci/run` installs them. */
const FUSION = '/usr/bin/fusioninventory-agent';
const OCS = '/usr/bin/ocsinventory-agent';
const OCS_SETTINGS = '/etc/ocsinventory/ocsinventory-agent.cfg';
const isRoot = process.getuid?.() === 0;
/** With a folder in its settings the agent of OCS writes its report there, whichever server it is told. */
const writesToFolder = existsSync(OCS_SETTINGS) && /^local=/m.test(readFileSync(OCS_SETTINGS, 'utf8'));
const hasFusion = isRoot && existsSync(FUSION);
const hasOcs = isRoot && existsSync(OCS) && !writesToFolder;
const PATIENCE = 120_000;

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'fettle-agents-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const desk = await openDesk();
await desk.app.listen({ host: '127.0.0.1', port: 0 });
const origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
const olive = await hire(desk);
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

async function enrol(name: string) {
  const made = (await olive.call('POST', `/clients/${acme}/enrolment-keys`, { name })).body as CreatedEnrolmentKey;
  const reports = async () =>
    (
      (await olive.call('GET', `/clients/${acme}/agent-reports?enrolmentKeyId=${made.id}`)).body as {
        items: AgentReportView[];
      }
    ).items;
  const read = async (id: string) =>
    (await olive.call('GET', `/clients/${acme}/agent-reports/${id}`)).body as AgentReport;
  return { id: made.id, url: `${origin}/agent/inventory/${made.key}`, reports, read };
}

/** What is known of the client’s machines by now: their names. */
const machines = () =>
  desk.run(async (ctx) =>
    (await ctx.tx.selectFrom('configuration_items').select('name').where('client_id', '=', acme).execute()).map(
      ({ name }) => name,
    ),
  );

/** The agent's own end says little: FusionInventory's is 0 even where it was refused, so what came is looked at. */
async function fusion(url: string, ...more: string[]): Promise<string> {
  const settings = join(folder, 'empty.cfg');
  await writeFile(settings, '');
  const { stderr } = await run(FUSION, [
    ...[`--server=${url}`, '--force', `--conf-file=${settings}`, '--logger=stderr', '--tasks=inventory'],
    ...['--no-category=software,process,environment', ...more],
  ]);
  return stderr;
}

describe.skipIf(!hasFusion)('FusionInventory’s agent (skipped where it is not installed, or may not write)', () => {
  test(
    'reports this machine, and a second time the same one',
    async () => {
      const key = await enrol('Fusion');
      await fusion(key.url);
      const [first, ...others] = await key.reports();
      expect([others, first?.agent]).toEqual([[], expect.stringMatching(/^FusionInventory-Agent_v2/)]);
      const { sections } = await key.read(first?.id ?? '');
      expect(sections['OPERATINGSYSTEM']?.[0]?.['KERNEL_NAME']).toBe('linux');
      expect(Object.keys(sections)).not.toContain('PROCESSES');
      await fusion(key.url);
      expect(await machines()).toEqual([hostname().split('.')[0]]);
      const again = await key.reports();
      expect(again.map(({ id }) => id)).toEqual([first?.id]);
      expect(Date.parse(again[0]?.receivedAt ?? '')).toBeGreaterThan(Date.parse(first?.receivedAt ?? ''));
    },
    PATIENCE,
  );

  test(
    'understands a plain answer to a plain request, and a refusal',
    async () => {
      const key = await enrol('Plain');
      expect(await fusion(key.url, '--no-compression')).not.toMatch(/\[(error|fault)\]/i);
      expect(await key.reports()).toHaveLength(1);
      await olive.call('POST', `/clients/${acme}/enrolment-keys/${key.id}/revoke`);
      const before = await key.reports();
      expect(await fusion(key.url)).toMatch(/authentication required/);
      expect(await key.reports()).toEqual(before);
    },
    PATIENCE,
  );
});

describe.skipIf(!hasOcs)('OCS’s agent (skipped where it is not installed, or its settings say a folder)', () => {
  const ocs = (url: string, ...more: string[]) =>
    run(OCS, [`--basevardir=${folder}`, `--server=${url}`, '--nosoftware', ...more]);

  test(
    'reports this machine after a prolog, and without one',
    async () => {
      const key = await enrol('OCS');
      await ocs(key.url);
      const [first] = await key.reports();
      expect((await key.read(first?.id ?? '')).sections['HARDWARE']?.[0]?.['OSNAME']).toMatch(/\w/);
      await ocs(key.url, '--force');
      expect((await key.reports()).map(({ id }) => id)).toEqual([first?.id]);
    },
    PATIENCE,
  );

  test(
    'ends with a fault where it is refused',
    async () => {
      await expect(ocs(`${origin}/agent/inventory/unknown`)).rejects.toMatchObject({ code: 1 });
    },
    PATIENCE,
  );
});

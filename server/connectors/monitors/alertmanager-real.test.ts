import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { ConnectorView } from '#shared/connector.ts';
import { openDesk } from '#tests/desk.ts';
import { freePort } from '#tests/mail-servers/port.ts';
import { welcome } from '#tests/visitor.ts';

const ALERTMANAGER = '/usr/bin/prometheus-alertmanager';
/** It waits for a group at least a second, and the machine may be busy. */
const PATIENCE = { timeout: 30_000, interval: 200 };

/** The real program of Debian, where it is installed: `.ci/run` installs it. */
test.skipIf(!existsSync(ALERTMANAGER))(
  'a real Alertmanager raises an alert here, and resolves it',
  async () => {
    const desk = await openDesk();
    await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = desk.app.server.address() as AddressInfo;
    const { browser } = await welcome(desk, { role: 'owner' });
    const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
    const made = await browser.call('POST', '/connectors', { provider: 'alertmanager', name: 'Alertmanager' });
    const { id } = made.body as ConnectorView;
    const { url } = (await browser.call('POST', `/connectors/${id}/hook`)).body as { url: string };

    const origin = await startAlertmanager(`http://127.0.0.1:${port}${new URL(url).pathname}`);
    const tell = async (endsAt?: string) => {
      const alert = {
        labels: { alertname: 'HostDown', client: 'acme', instance: 'srv1:9100', severity: 'critical' },
        endsAt,
      };
      const answer = await fetch(`${origin}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ ...alert, annotations: { summary: 'srv1 is down' } }]),
      });
      expect(answer.status).toBe(200);
    };
    const alerts = () =>
      desk.run(({ tx }) => tx.selectFrom('alerts').select(['client_id', 'title', 'cleared_at']).execute());
    await tell();
    await expect.poll(alerts, PATIENCE).toEqual([{ client_id: acme, title: 'srv1 is down', cleared_at: null }]);
    await tell(new Date().toISOString());
    await expect.poll(async () => (await alerts())[0]?.cleared_at ?? null, PATIENCE).not.toBeNull();
  },
  90_000,
);

async function startAlertmanager(hook: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fettle-alertmanager-'));
  const port = await freePort();
  const config = join(folder, 'config.yml');
  await writeFile(
    config,
    [
      'route: { receiver: fettle, group_wait: 1s, group_interval: 1s, repeat_interval: 1h }',
      `receivers: [{ name: fettle, webhook_configs: [{ url: '${hook}', send_resolved: true }] }]`,
    ].join('\n'),
  );
  const origin = `http://127.0.0.1:${port}`;
  const program: ChildProcess = spawn(
    ALERTMANAGER,
    [
      `--config.file=${config}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: 'ignore' },
  );
  afterAll(async () => {
    const ended = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  await expect
    .poll(
      () =>
        fetch(`${origin}/-/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      PATIENCE,
    )
    .toBe(true);
  return origin;
}

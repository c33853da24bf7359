import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import { switchPractice } from '#server/practices/adoption/index.ts';
import { workOutDue } from '#server/practices/value-stream/index.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

/** A service delivery manager finds the queue to be the main delay, and opens an improvement with how it was as its baseline. */
const { desk, origin, enter } = await openWorkspace();
const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
await desk.run(async (ctx) => {
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await switchPractice(ctx, 'improvement', true);
});
for (let one = 0; one < 3; one++) {
  const { id } = await desk.run(
    async (ctx) => {
      const client = await ctx.tx
        .selectFrom('clients')
        .select('id')
        .where('code', '=', 'ACME')
        .executeTakeFirstOrThrow();
      return createTicket(ctx, { kind: 'incident', clientId: client.id, title: `Printer ${one}` });
    },
    { now: ago(10) },
  );
  await desk.run((ctx) => transitionTicket(ctx, id, { to: 'in_progress' }), { now: ago(5) });
  await desk.run((ctx) => transitionTicket(ctx, id, { to: 'resolved', resolutionCode: 'fixed' }), { now: ago(4) });
}
await workOutDue(desk.services);

test('the main delay is found, and becomes an improvement with a baseline', async () => {
  const { page } = await enter({ name: 'Sam Delivery', role: 'owner' });
  const fits = async () => {
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  };
  await page.goto(`${origin}/value-streams`);
  await page.getByRole('link', { name: 'Restore service' }).waitFor();
  await fits();
  await page.getByRole('link', { name: 'Restore service' }).click();
  await page.getByText(/The main delay is in “Take in”: nobody had it\./).waitFor();
  for (const one of [0, 1, 2]) await page.getByRole('row', { name: `Printer ${one}` }).waitFor();
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await fits();
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'Open an improvement' }).click();
  const form = page.getByRole('dialog', { name: 'New improvement' });
  await form.getByLabel('What is to become better').fill('Nobody waits in the queue');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Write it down' }).click();
  await page.getByRole('heading', { name: 'Nobody waits in the queue' }).waitFor();
  await page.getByRole('row', { name: /^Baseline 5 h 3/ }).waitFor();
  await fits();
  await page.goto(`${origin}/improvements?as=board`);
  await page.getByRole('region', { name: 'Baseline taken' }).getByText('Nobody waits in the queue').waitFor();
  await fits();
});

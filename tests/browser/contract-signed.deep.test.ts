import { test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import type { ContractView } from '#shared/contract.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { enterAs } from '#tests/portal-people.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const { fina, acme } = await billingDesk(desk, null);

test('the page of a signed contract says what was changed since, once something was', async () => {
  const contactId = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Berta Boss', sees: 'all' }));
  const boss = await enterAs(desk, { clientId: acme, contactId, way: 'mail' });
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: acme, name: 'Managed service', begins: '2026-10-01', afterHours: '1.5' },
  });
  const seats = { kind: 'all_inclusive', name: 'Managed user', unit: 'user', quantity: '12', price: '95' };
  await done(fina, 'POST', `/contracts/${id}/lines`, seats);
  const sent = await done<ContractView>(fina, 'POST', `/contracts/${id}/send`, { version: 1, contactId });
  await done(boss, 'POST', `/portal/contracts/${id}/sign`, {
    version: sent.version,
    name: 'Berta Boss',
    consent: true,
  });
  await done(fina, 'PATCH', `/contracts/${id}`, { version: sent.version + 1, state: 'active' });

  const { page } = await enter({ name: 'Fred Finance', role: 'finance', at: `/billing/contracts/${id}` });
  const form = page.getByRole('dialog');
  const notice = page.getByRole('heading', { name: 'Changed since it was signed' });
  await page.getByRole('heading', { name: 'Signature' }).waitFor();
  await notice.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change quantity or price' }).click();
  await form.getByLabel(/^Price each/).fill('110');
  await form.getByRole('button', { name: 'Save' }).click();
  await notice.waitFor();
  await page.getByRole('row', { name: /Line: Managed user.*AUD 95.*AUD 110/ }).waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await form.getByRole('textbox', { name: /^Work outside the hours/ }).fill('2');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /Work outside the hours.*1\.5 × the rates.*2 × the rates/ }).waitFor();
  await lookAtWidths(page, 'contract-signed');
  await page.emulateMedia({ colorScheme: 'dark' });
  await lookAtWidths(page, 'contract-signed-dark');
}, 240_000);

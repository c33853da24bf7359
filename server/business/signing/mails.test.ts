import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { ContractView } from '#shared/contract.ts';
import type { MailSendingView } from '#shared/mail.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { sendContractMails } from './mails.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, acme } = await billingDesk(desk);
const sink = await openSink();
const boss = { clientId: acme, name: 'Berta Boss', email: 'boss@acme.example', sees: 'all', language: 'de' } as const;
const contactId = await desk.run((ctx) => createContact(ctx, boss));

async function sent(name: string): Promise<ContractView> {
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: acme, name, begins: '2026-10-01' },
  });
  await done(fina, 'POST', `/contracts/${id}/lines`, { kind: 'fixed', name: 'Seats', quantity: '10', price: '49.99' });
  return done<ContractView>(fina, 'POST', `/contracts/${id}/send`, { version: 1, contactId, mail: true });
}

test('a contract goes to whoever signs it by mail, in their language with the document and the way to it, once', async () => {
  // Where no mail is sent, it waits in the portal alone.
  expect((await sent('Without mail')).mailed).toBe(null);
  const { version } = await done<MailSendingView>(olga, 'GET', '/mail/sending');
  const server = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' };
  const from = { active: true, fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' };
  await done(olga, 'PUT', '/mail/sending', { ...server, ...from, version });

  // What is taken back before it is printed does not go out.
  const back = await sent('Taken back');
  await done(fina, 'POST', `/contracts/${back.id}/take-back`, { version: back.version });

  const contract = await sent('Betreuung: Plus');
  expect(contract.mailed).toMatchObject({ address: 'boss@acme.example', state: 'queued' });
  await Promise.all([sendContractMails(desk.services), sendContractMails(desk.services)]);
  await sendDueMail(desk.services);
  expect(sink.mails).toHaveLength(1);
  const [mail] = sink.mails;
  if (!mail) throw new Error('Nothing went out');
  expect(mail.to).toEqual(['boss@acme.example']);
  expect(headerOf(mail, 'Subject')).toContain('zur Unterschrift');
  expect(mail.raw).toContain('filename=contract-Betreuung-Plus.pdf');
  const raw = mail.raw.replaceAll('=\r\n', '');
  expect(raw).toContain(`/portal/contracts/${contract.id}`);
  expect(raw).toContain('499,90');
  const { mailed } = await done<ContractView>(fina, 'GET', `/contracts/${contract.id}`);
  expect(mailed).toMatchObject({ state: 'sent', error: '' });
});

import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { MailSendingView } from '#shared/mail.ts';
import type { QuoteDetail } from '#shared/quote.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { sendQuoteMails } from './mails.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, acme } = await billingDesk(desk);
const sink = await openSink();
const boss = { clientId: acme, name: 'Berta Boss', email: 'boss@acme.example', sees: 'all', language: 'de' } as const;
const contactId = await desk.run((ctx) => createContact(ctx, boss));
const lines = [{ name: 'Firewall', kind: 'goods', billed: 'once', quantity: '1', price: '100' }];

async function sentQuote(): Promise<QuoteDetail> {
  const body = { clientId: acme, contactId, title: 'Neue Firewall', lines };
  const { id } = await done<{ id: string }>(fina, 'POST', '/quotes', body);
  return done<QuoteDetail>(fina, 'POST', `/quotes/${id}/send`, { version: 1, mail: true });
}

test('a quote goes to whoever it is for by mail, in their language with the document and the way to it, once', async () => {
  // Where no mail is sent, it waits in the portal alone.
  expect((await sentQuote()).mailed).toBe(null);
  const { version } = await done<MailSendingView>(olga, 'GET', '/mail/sending');
  const server = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' };
  const from = { active: true, fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' };
  await done(olga, 'PUT', '/mail/sending', { ...server, ...from, version });
  const quote = await sentQuote();
  expect(quote.mailed).toMatchObject({ address: 'boss@acme.example', state: 'queued' });
  await Promise.all([sendQuoteMails(desk.services), sendQuoteMails(desk.services)]);
  await sendDueMail(desk.services);
  expect(sink.mails).toHaveLength(1);
  const [mail] = sink.mails;
  if (!mail) throw new Error('Nothing went out');
  expect(mail.to).toEqual(['boss@acme.example']);
  expect(headerOf(mail, 'Subject')).toContain(`Angebot ${quote.number}`);
  expect(mail.raw).toContain(`filename=quote-${quote.number}-1.pdf`);
  expect(mail.raw.replaceAll('=\r\n', '')).toContain(`/portal/quotes/${quote.id}`);
  const { mailed } = await done<QuoteDetail>(fina, 'GET', `/quotes/${quote.id}`);
  expect(mailed).toMatchObject({ state: 'sent', error: '' });
});

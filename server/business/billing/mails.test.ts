import { expect, test } from 'vitest';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { InvoiceView, Issued, RunView } from '#shared/billing.ts';
import type { MailSendingView } from '#shared/mail.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { wordsOf } from '#tests/pdf.ts';
import { remindOfInvoices } from './remind.ts';
import { sendInvoiceMails } from './send-mails.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, acme, birch, at, contract, run, invoice } = await billingDesk(desk, '2026-10-01T00:00:00Z');
const sink = await openSink();

async function setUpMail(active = true): Promise<void> {
  const { version } = await done<MailSendingView>(olga, 'GET', '/mail/sending');
  const server = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' };
  const from = { active, fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' };
  await done(olga, 'PUT', '/mail/sending', { ...server, ...from, version });
}
const sayWho = (clientId: string, mail: string) =>
  done(fina, 'PUT', `/clients/${clientId}/billing`, {
    ...{ version: 0, legalName: '', address: '1 Main St', taxNumber: '', reference: 'PO 7', mail },
  });
const issue = async (by: string, clientIds: string[]) =>
  done<Issued>(olga, 'POST', `/billing-runs/${await run(by)}/issue`, { clientIds, mail: true });
/** What went out since, to whom. */
async function sent() {
  sink.mails.length = 0;
  await sendInvoiceMails(desk.services);
  await sendInvoiceMails(desk.services);
  await sendDueMail(desk.services);
  return sink.mails.map((mail) => ({ to: mail.to, subject: headerOf(mail, 'Subject'), raw: mail.raw }));
}
const pdfIn = (raw: string): Buffer => {
  const [, body = ''] = /content-type: application\/pdf[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw) ?? [];
  return Buffer.from(body, 'base64');
};
let first = '';

test('issued invoices go to where a client wants them, as a PDF; who has said no address is named', async () => {
  for (const clientId of [acme, birch])
    await contract({ clientId, begins: '2026-10-01' }, { kind: 'fixed', name: 'Backup', quantity: '1', price: '100' });
  at('2026-11-01T00:00:00Z');
  expect((await olga.call('POST', `/invoices/${acme}/mails`)).status).toBe(404);
  await setUpMail();
  await sayWho(acme, 'accounts@acme.example');
  const issued = await issue('2026-10-31', [acme, birch]);
  expect(issued.unsent).toEqual([{ client: { id: birch, name: 'Birch Legal' }, because: 'no_address' }]);
  const [mine, other] = issued.issued.map((one) => one.invoice.id);
  first = mine ?? '';
  const mails = await sent();
  expect(mails).toMatchObject([{ to: ['accounts@acme.example'], subject: 'Harbour IT: Tax invoice HIT-00001' }]);
  const raw = mails[0]?.raw ?? '';
  expect(raw).toContain('filename=invoice-HIT-00001.pdf');
  expect(raw).not.toContain('above this line');
  const words = await wordsOf(pdfIn(raw));
  for (const text of ['Tax invoice HIT-00001', 'AUD 110.00', 'Your reference', 'PO 7']) expect(words).toContain(text);
  expect((await invoice(first)).mails).toMatchObject([
    { kind: 'invoice', address: 'accounts@acme.example', state: 'sent', error: '' },
  ]);
  // What was sent is not sent again by itself; by hand it is.
  expect(await sent()).toEqual([]);
  const twice = await fina.call('POST', `/invoices/${first}/mails`);
  expect(twice.status).toBe(201);
  expect(await sent()).toHaveLength(1);
  const refused = await fina.call('POST', `/invoices/${other}/mails`);
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('no mail address') } });
});

test('an invoice that is overdue is called to mind once for each of the days that are set, until it is paid', async () => {
  const set = (days: number[], version: number) =>
    done(olga, 'PUT', '/settings/billing.reminders', { level: 'client', id: acme, value: { days }, version });
  const remind = async (day: string) => {
    at(`${day}T09:00:00Z`);
    await remindOfInvoices(desk.services);
    await remindOfInvoices(desk.services);
    return (await sent()).map(({ subject }) => subject);
  };
  const { dueOn } = await invoice(first);
  expect(dueOn).toBe('2026-11-14');
  await set([3, 10], 0);
  expect(await remind('2026-11-16')).toEqual([]);
  const words = 'Reminder: Tax invoice HIT-00001 was due on 14 November 2026';
  expect(await remind('2026-11-17')).toEqual([words]);
  expect(await remind('2026-11-23')).toEqual([]);
  expect(await remind('2026-11-30')).toEqual([words]);
  expect((await invoice(first)).mails.map(({ kind, days }) => [kind, days])).toEqual([
    ['invoice', null],
    ['invoice', null],
    ['invoiceReminder', 3],
    ['invoiceReminder', 10],
  ]);
  await set([3, 10, 20], 1);
  await done<InvoiceView>(fina, 'POST', `/invoices/${first}/payments`, { amount: 11_000, paidOn: '2026-11-30' });
  expect(await remind('2026-12-10')).toEqual([]);
});

test('what the mail server does not take is said on the invoice, and a crash between printing and sending makes no second mail', async () => {
  at('2026-12-10T10:00:00Z');
  sink.recipients.push([550, 'No such mailbox']);
  await done(fina, 'POST', `/invoices/${first}/mails`);
  await sent();
  expect((await invoice(first)).mails.at(-1)).toMatchObject({
    state: 'given_up',
    error: expect.stringContaining('No such mailbox'),
  });
  await done(fina, 'POST', `/invoices/${first}/mails`);
  sink.mails.length = 0;
  await Promise.all([sendInvoiceMails(desk.services), sendInvoiceMails(desk.services)]);
  await sendDueMail(desk.services);
  expect(sink.mails).toHaveLength(1);
});

test('where mail is not set up a run says so, and so does its answer, though an address is known', async () => {
  await setUpMail(false);
  await contract({ clientId: acme, begins: '2026-11-01' }, { kind: 'fixed', name: 'Rack', quantity: '1', price: '40' });
  const id = await run('2026-12-09');
  expect((await done<RunView>(olga, 'GET', `/billing-runs/${id}`)).mails).toBe(false);
  const issued = await done<Issued>(olga, 'POST', `/billing-runs/${id}/issue`, { clientIds: [acme], mail: true });
  expect(issued.issued).toHaveLength(1);
  expect(issued.unsent).toEqual([{ client: { id: acme, name: 'Acme' }, because: 'no_mail' }]);
  const refused = await olga.call('POST', `/invoices/${issued.issued[0]?.invoice.id}/mails`);
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('No mail is sent yet') } });
  await setUpMail();
  expect((await done<RunView>(olga, 'GET', `/billing-runs/${id}`)).mails).toBe(true);
});

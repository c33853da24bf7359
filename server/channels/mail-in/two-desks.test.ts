import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { afterAll, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { IncomingPage } from '#shared/mail.ts';
import type { TicketPage } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';
import { listenForMail } from './listener.ts';
import { takeMail } from './work.ts';

/** A desk that takes mail for one address, and knows the other desk as one of its clients' people. */
async function deskOf(own: string, other: string) {
  const desk = await openDesk({ roles: ['web'], maxConnections: 4 });
  // An installation of its own.
  Object.assign(desk.services, { secret: createHash('sha256').update(own).digest() });
  const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
  await desk.run(async (ctx) => {
    const client = await createClient(ctx, { name: 'The other', code: 'OTHER', timeZone: 'UTC' });
    await createContact(ctx, { clientId: client, name: 'The other desk', email: other });
  });
  await owner.call('POST', '/mail/mailboxes', {
    ...{ name: 'Desk', address: own, kind: 'smtp', active: true, servesId: null, teamId: null },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: true, version: 0 },
  });
  const listener = await listenForMail(desk.services, { host: '127.0.0.1', port: 0 });
  afterAll(() => listener.stop());
  const sendTo = (port: number) =>
    owner.call('PUT', '/mail/sending', {
      ...{ active: true, host: '127.0.0.1', port, security: 'none', username: '', version: 0 },
      ...{ fromName: own, fromAddress: own },
    });
  let minutes = 0;
  const round = async () => {
    minutes += 1;
    moveClock(desk, minutes);
    await takeMail(desk.services);
    return sendDueMail(desk.services);
  };
  const incoming = async () =>
    ((await owner.call('GET', '/mail/incoming?limit=100')).body as IncomingPage).items.map(({ outcome }) => outcome);
  const tickets = async () => ((await owner.call('GET', '/tickets')).body as TicketPage).items;
  return { desk, owner, port: listener.port, sendTo, round, incoming, tickets };
}

test('two desks that write to each other acknowledge once each, and are silent after that', async () => {
  const [one, two] = [
    await deskOf('desk@one.example', 'desk@two.example'),
    await deskOf('desk@two.example', 'desk@one.example'),
  ];
  await one.sendTo(two.port);
  await two.sendTo(one.port);
  await createTransport({ host: '127.0.0.1', port: one.port, ignoreTLS: true }).sendMail({
    ...{ from: 'desk@two.example', to: 'desk@one.example', subject: 'Your invoice', text: 'Which one?' },
  });
  const rounds = async () => {
    let sent = 0;
    for (let index = 0; index < 6; index++) sent += (await one.round()) + (await two.round());
    return sent;
  };
  expect(await rounds()).toBe(1);
  expect(await one.incoming()).toEqual(['ticket']);
  expect(await two.incoming()).toEqual(['filed']);
  // A person answers: that is a ticket there, which is acknowledged, which is a machine's word here.
  const [ticket] = await one.tickets();
  await one.owner.call('POST', `/tickets/${ticket?.key}/messages`, { visibility: 'public', body: 'This one' });
  expect(await rounds()).toBe(2);
  expect(await two.incoming()).toEqual(['ticket', 'filed']);
  expect(await one.incoming()).toEqual(['note', 'ticket']);
  expect(await rounds()).toBe(0);
});

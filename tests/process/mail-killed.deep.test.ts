import { expect, test } from 'vitest';
import { allTaken, killBefore, PATIENCE, send, start, ticketsOf, timePasses } from './killed.ts';

test(
  'killed before a ticket, and after it before its mail is done: each mail is one ticket, and none is lost',
  PATIENCE,
  async () => {
    let server = start();
    await server.ready();
    // The mail is kept and said to be taken; its ticket is not written.
    await killBefore('tickets', server, () => send('Before the ticket'));
    server = start();
    await server.ready();
    // Its ticket is written, and what became of the mail is not.
    await killBefore('ticket_mails', server, () => send('After the ticket'));
    for (const subject of ['Before the ticket', 'After the ticket']) expect(await ticketsOf(subject)).toBe(0);
    await timePasses();
    server = start();
    await server.ready();
    await send('After all');
    await allTaken(['Before the ticket', 'After the ticket', 'After all']);
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
  },
);

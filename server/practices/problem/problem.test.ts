import { describe, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { PortalKnownError, ProblemView, TicketKnownErrors } from '#shared/problem.ts';
import type { ToldTickets, WholeView } from '#shared/span.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const { msp, acme, birch } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  return {
    msp,
    acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
    birch: await createClient(ctx, { name: 'Birch Legal', code: 'BIRCH', timeZone: 'UTC' }),
  };
});
const olive = await hire(desk, { name: 'Olive Owner' });
const al = await hire(desk, { name: 'Al of Acme', role: 'technician', clientIds: [acme] });
const bea = await hire(desk, { name: 'Bea of Birch and the provider', role: 'technician', clientIds: [birch, msp] });

const log = (clientId: string, title: string) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title }));
const ok = async <T>(who: Person, method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<T> => {
  const answer = await who.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
const open = (who: Person, body: object) => ok<{ id: string; key: string }>(who, 'POST', '/problems', body);
const view = (who: Person, key: string) => ok<ProblemView>(who, 'GET', `/problems/${key}`);
const change = async (who: Person, key: string, body: object) =>
  ok<ProblemView>(who, 'PATCH', `/problems/${key}`, { version: (await view(who, key)).version, ...body });
const move = (who: Person, key: string, to: string, body: object = {}) =>
  ok<{ ticket: TicketView }>(who, 'POST', `/tickets/${key}/transitions`, { to, ...body });
const wholes = async (who: Person, key: string) =>
  (await ok<{ wholes: WholeView[] }>(who, 'GET', `/tickets/${key}/wholes`)).wholes;
const said = async (who: Person, key: string) =>
  (await ok<{ items: TimelineEntry[] }>(who, 'GET', `/tickets/${key}/timeline`)).items.map(({ sentence }) => sentence);

describe('a problem of one client', () => {
  test('is opened behind its incidents, analysed, and lets them know the workaround', async () => {
    const [one, two] = [await log(acme, 'Scanner sends no mail'), await log(acme, 'Scan to mail fails')];
    const { key } = await open(al, { ticketIds: [one.key, two.id], title: 'Scanners cannot send', why: 'same device' });
    expect(key).toMatch(/^ACME-/);
    const branches = [{ name: 'Technology', causes: ['TLS 1.0 was switched off'] }];
    const whys = [{ why: 'Why is there no mail?', because: 'The relay refuses TLS 1.0' }];
    await change(al, key, {
      symptoms: 'Error 0x42',
      workaround: '<p>Scan to the <b>folder</b><script>x()</script></p>',
      whys,
      branches,
    });
    const found = await view(al, key);
    expect(found).toMatchObject({ symptoms: 'Error 0x42', whys, branches, ofProvider: false });
    expect(found.workaround).toBe('<p>Scan to the <b>folder</b></p>');
    expect(found.incidents.map((one) => [one.key, one.why])).toEqual([
      [one.key, 'same device'],
      [two.key, 'same device'],
    ]);
    expect((await wholes(al, one.key))[0]).toMatchObject({
      ...{ key, title: 'Scanners cannot send', open: true, status: 'root_cause_analysis' },
      brief: { workaround: '<p>Scan to the <b>folder</b></p>' },
    });
    expect(await said(al, key)).toContain('changed the symptoms, the workaround, the five whys, causes and effects');
    const stale = await al.call('PATCH', `/problems/${key}`, { version: 1, symptoms: 'Another' });
    expect(stale.status).toBe(409);
    // The same again is no change.
    const { version } = await change(al, key, { symptoms: 'Error 0x42' });
    expect(version).toBe(found.version);
  });

  test('takes incidents alone, of its client alone, and lets them go', async () => {
    const one = await log(acme, 'Mail is slow');
    const { key } = await open(al, { ticketIds: [one.key], title: 'Slow mail' });
    const problem = await al.call('POST', '/problems', { ticketIds: [key], title: 'Behind itself' });
    expect([problem.status, problem.text]).toEqual([422, expect.stringContaining('is no incident')]);
    const other = await log(birch, 'Mail is slow here');
    const hidden = await al.call('POST', `/problems/${key}/incidents`, { ticketIds: [other.key] });
    expect(hidden.status).toBe(404);
    const foreign = await olive.call('POST', `/problems/${key}/incidents`, { ticketIds: [other.key] });
    expect([foreign.status, foreign.text]).toEqual([422, expect.stringContaining('of another client')]);
    await ok(al, 'POST', `/problems/${key}/incidents/remove`, { ticketIds: [one.key] });
    expect((await view(al, key)).incidents).toEqual([]);
    expect((await al.call('GET', `/problems/${one.key}`)).status).toBe(404);
  });
});

describe('a problem of several clients', () => {
  test('is the provider’s own, and each client learns its own part alone', async () => {
    const [one, two] = [await log(acme, 'No mail since nine'), await log(birch, 'Mail does not come')];
    const refused = await al.call('POST', '/problems', { ticketIds: [one.key, two.key], title: 'Both' });
    expect(refused.status).toBe(404);
    const { key } = await open(olive, {
      ticketIds: [one.key, two.key],
      title: 'Acme and Birch Legal share a broken relay',
      toldTitle: 'The mail relay drops mail',
    });
    expect(key).toMatch(/^HIT-/);
    expect((await al.call('GET', `/problems/${key}`)).status).toBe(404);
    const named = await olive.call('PATCH', `/problems/${key}`, { version: 1, workaround: '<p>As at birch legal</p>' });
    expect([named.status, named.text]).toEqual([422, expect.stringContaining('names “Birch Legal”')]);
    // By the word that people call it, too; as a word of a sentence it is none.
    const short = await olive.call('PATCH', `/problems/${key}`, { version: 1, workaround: '<p>As at Birch</p>' });
    expect(short.status).toBe(422);
    await change(olive, key, { workaround: '<p>Use the web</p>' });
    const [known] = await wholes(al, one.key);
    expect(known).toMatchObject({
      key,
      title: 'The mail relay drops mail',
      open: false,
      brief: { workaround: '<p>Use the web</p>' },
    });
    expect(JSON.stringify([known, await said(al, one.key)])).not.toMatch(/Birch|share/);
    // Who sees one of its clients and the provider sees that one's incidents, clients and minutes.
    const seen = await view(bea, key);
    expect(seen.incidents.map((incident) => incident.key)).toEqual([two.key]);
    expect(seen.clients.map(({ clientName }) => clientName)).toEqual(['Birch Legal']);
    expect(seen.cost).toMatchObject({ incidents: 1, clients: 1 });
    const listed = (await ok<{ items: { key: string; incidents: number }[] }>(bea, 'GET', '/problems')).items;
    expect(listed.find((row) => row.key === key)?.incidents).toBe(1);
    expect(JSON.stringify(await ok(al, 'GET', '/problems'))).not.toContain(key);
  });

  test('a technician of one client lets it be known what they change at the clients that they do not see', async () => {
    const [one, two] = [await log(acme, 'Phones are silent'), await log(birch, 'No dial tone')];
    const { key } = await open(olive, { ticketIds: [one.key, two.key], title: 'The telephone system' });
    await ok(olive, 'POST', `/problems/${key}/known-errors`, {
      ...{ clientIds: [acme], title: 'Phones', symptoms: 'Silence', portal: true },
    }).catch(() => null);
    await change(bea, key, { workaround: '<p>Use the mobile</p>' });
    await expect
      .poll(async () => (await wholes(al, one.key))[0]?.brief, { timeout: 15_000 })
      .toMatchObject({ workaround: '<p>Use the mobile</p>' });
  });
});

describe('known errors', () => {
  const publish = (who: Person, key: string, body: object) =>
    who.call('POST', `/problems/${key}/known-errors`, { title: 'Known', symptoms: '', portal: false, ...body });

  test('are published per client once there is a workaround or it is said that there is none, matched, and used', async () => {
    const [one, two] = [await log(acme, 'Outlook asks for the password'), await log(birch, 'Outlook asks again')];
    const { key } = await open(olive, { ticketIds: [one.key, two.key], title: 'Token renewal fails' });
    const early = await publish(olive, key, { clientIds: [acme] });
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('say that there is none')]);
    await change(olive, key, { workaroundNone: true });
    const asked = {
      clientIds: [acme],
      title: 'Outlook keeps asking for a password',
      symptoms: 'A window asks again and again',
      portal: true,
    };
    expect((await publish(olive, key, { ...asked, symptoms: 'Also at BIRCH' })).status).toBe(422);
    expect((await publish(al, key, asked)).status).toBe(404);
    expect((await publish(olive, key, asked)).status).toBe(201);
    await change(olive, key, { workaround: '<p>Restart Outlook</p>' });

    const next = await log(acme, 'Outlook window asks for password all day');
    const { suggested } = await ok<TicketKnownErrors>(al, 'GET', `/tickets/${next.key}/known-errors`);
    expect(suggested).toMatchObject([{ title: asked.title, problemKey: key, workaround: '<p>Restart Outlook</p>' }]);
    expect(suggested[0]?.why).toContain('“outlook”');
    // An incident of this very problem is told of it already.
    expect((await ok<TicketKnownErrors>(al, 'GET', `/tickets/${one.key}/known-errors`)).suggested).toEqual([]);
    const typed = await ok<{ items: object[] }>(
      al,
      'GET',
      `/known-errors/suggestions?clientId=${acme}&q=outlook%20password%20again`,
    );
    expect(typed.items).toHaveLength(1);
    const elsewhere = await log(birch, 'Outlook window asks for password all day');
    expect((await ok<TicketKnownErrors>(olive, 'GET', `/tickets/${elsewhere.key}/known-errors`)).suggested).toEqual([]);

    const knownErrorId = suggested[0]?.id;
    expect((await al.call('POST', `/tickets/${next.key}/known-errors`, { knownErrorId })).status).toBe(204);
    expect((await olive.call('POST', `/tickets/${elsewhere.key}/known-errors`, { knownErrorId })).status).toBe(404);
    const after = await ok<TicketKnownErrors>(al, 'GET', `/tickets/${next.key}/known-errors`);
    expect([after.used.length, after.suggested.length]).toEqual([1, 0]);
    expect(await wholes(al, next.key)).toMatchObject([{ key, why: 'it is this known error' }]);
    const seen = await view(olive, key);
    expect(seen.clients.find(({ clientId }) => clientId === acme)?.knownError).toMatchObject({
      uses: 1,
      retiredAt: null,
    });
    expect(seen.incidents.map((one) => one.key)).toContain(next.key);

    await ok(olive, 'POST', `/problems/${key}/known-errors/retire`, { clientIds: [acme], why: 'wrong' });
    const last = await log(acme, 'Outlook asks for the password again');
    expect((await ok<TicketKnownErrors>(al, 'GET', `/tickets/${last.key}/known-errors`)).suggested).toEqual([]);
  });

  test('are found by what people see of them, by the words of the workaround less, and by neither alone in a word', async () => {
    const ticket = await log(acme, 'Scans of the copier get lost');
    const { key } = await open(olive, { ticketIds: [ticket.key], title: 'Certificate of the relay is over' });
    await change(olive, key, { workaround: '<p>Choose the secondary mailhost by its address</p>' });
    const known = { title: 'Relay refuses TLS', symptoms: 'Copier shows error 4712, scans never arrive' };
    expect((await publish(olive, key, { clientIds: [acme], ...known })).status).toBe(201);
    const found = async (q: string) =>
      (
        await ok<{ items: { title: string; why: string }[] }>(
          al,
          'GET',
          `/known-errors/suggestions?clientId=${acme}&q=${encodeURIComponent(q)}`,
        )
      ).items.map(({ title, why }) => [title, why]);
    expect(await found('Our copier sends no scans')).toEqual([[known.title, 'shares “copier”, “scans”']]);
    expect(await found('Copier and the secondary mailhost')).toEqual([
      [known.title, 'shares “copier”, “secondary”, “mailhost”'],
    ]);
    expect(await found('Copier is out of toner')).toEqual([]);
    expect(await found('Choose the secondary mailhost')).toEqual([]);
    // A word of it somewhere in a long description says less than the same in a title.
    const calls = { title: 'Cannot sign in', description: '<p>I stood by the copier with my scans as it happened</p>' };
    const logged = await ok<{ key: string }>(olive, 'POST', '/tickets', { clientId: acme, kind: 'incident', ...calls });
    expect((await ok<TicketKnownErrors>(al, 'GET', `/tickets/${logged.key}/known-errors`)).suggested).toEqual([]);
  });

  test('stand in the portal of their client while they hold, and end with their problem', async () => {
    const one = await log(acme, 'The intranet is slow');
    const { key } = await open(olive, { ticketIds: [one.key], title: 'Slow intranet' });
    await change(olive, key, { workaround: '<p>Wait</p>' });
    await publish(olive, key, {
      clientIds: [acme],
      title: 'The intranet is slow',
      symptoms: 'Pages take minutes',
      portal: true,
    });
    const shown = async (clientId: string, name: string) => {
      const contactId = await desk.run((ctx) => createContact(ctx, { clientId, name }));
      return desk.run((ctx) => ctx.tx.selectFrom('known_errors').select('title').execute(), {
        identity: {
          scope: { principal: 'contact', principalId: contactId, contactId, allClients: false, clientIds: [clientId] },
          actor: { kind: 'contact', id: contactId, name },
          permissions: 'all',
        },
      }) as Promise<Pick<PortalKnownError, 'title'>[]>;
    };
    expect((await shown(acme, 'Ann')).map(({ title }) => title)).toContain('The intranet is slow');
    expect(await shown(birch, 'Bob')).toEqual([]);
    await move(olive, key, 'resolved', { cause: 'A loop', resolutionCode: 'fix_applied', resolutionNote: 'Cut it' });
    const { clients } = await view(olive, key);
    expect(clients[0]?.knownError).toMatchObject({ retiredWhy: 'its problem ended' });
    expect((await shown(acme, 'Anna')).map(({ title }) => title)).not.toContain('The intranet is slow');
  });
});

test('when it is resolved its incidents are told, each with the event that takes it back, and later it is reviewed', async () => {
  const [one, two] = [await log(acme, 'The lift terminal freezes'), await log(birch, 'Lift terminal is frozen')];
  const { key } = await open(olive, { ticketIds: [one.key, two.key], title: 'Lift terminals freeze' });
  await move(olive, key, 'assess');
  await move(olive, key, 'root_cause_analysis');
  await move(olive, key, 'resolved', { cause: 'Firmware', resolutionCode: 'fix_applied', resolutionNote: 'Updated' });
  const body = { ticketIds: [one.id, two.id], message: 'The terminals have new firmware.', resolve: true };
  expect((await olive.call('POST', `/problems/${key}/incidents/tell`, { ...body, message: 'As at Acme' })).status).toBe(
    422,
  );
  const { items } = await ok<ToldTickets>(olive, 'POST', `/problems/${key}/incidents/tell`, body);
  expect(items.map(({ key: told, refused }) => [told, refused])).toEqual([
    [one.key, null],
    [two.key, null],
  ]);
  const of = (incident: string) => ok<TicketView>(olive, 'GET', `/tickets/${incident}`);
  expect(await of(one.key)).toMatchObject({
    status: 'resolved',
    resolution: { note: 'The terminals have new firmware.' },
  });
  const undone = await olive.call('POST', `/tickets/${one.key}/undo`, { eventId: items[0]?.eventId });
  expect(undone.status).toBeLessThan(300);
  expect((await of(one.key)).statusCategory).not.toBe('resolved');
  const stranger = await log(acme, 'Another thing');
  expect(
    (await olive.call('POST', `/problems/${key}/incidents/tell`, { ...body, ticketIds: [stranger.id] })).status,
  ).toBe(422);

  const like = await log(acme, 'Lift terminal freezes');
  const before = await view(olive, key);
  expect(before.counts).toMatchObject({ weeks: 4, before: 2, after: 0, alike: [{ key: like.key }] });
  expect(before.reviewOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  const reviewed = await ok<ProblemView>(olive, 'POST', `/problems/${key}/review`, {
    ...{ version: before.version, result: 'fewer', text: 'One more came' },
  });
  expect(reviewed).toMatchObject({
    reviewOn: null,
    review: { result: 'fewer', before: 2, after: 0, by: 'Olive Owner (key test)' },
  });
  expect(await said(olive, key)).toContain('reviewed it: there are fewer');
});

test('a problem that is logged like any ticket is one too, and becomes a known error once it is said what helps', async () => {
  const logged = await ok<TicketView>(olive, 'POST', '/tickets', {
    kind: 'problem',
    clientId: acme,
    title: 'The fan is loud',
  });
  expect(await view(olive, logged.key)).toMatchObject({ incidents: [], workaround: '', version: 1 });
  await move(olive, logged.key, 'assess');
  const step = { to: 'known_error', cause: 'A worn bearing' };
  const refused = await olive.call('POST', `/tickets/${logged.key}/transitions`, step);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('or say that there is none')]);
  await change(olive, logged.key, { workaroundNone: true });
  await move(olive, logged.key, 'known_error', { cause: 'A worn bearing' });
  expect((await view(olive, logged.key)).knownErrorAt).not.toBeNull();
  const moved = await ok<TicketView>(olive, 'POST', `/tickets/${logged.key}/move`, {
    clientId: birch,
    reason: 'it is theirs',
  });
  expect(await view(olive, moved.key)).toMatchObject({ workaroundNone: true, client: { name: 'Birch Legal' } });
});

test('a problem of several clients names none that its writer sees, and takes no further client while a text of it names one', async () => {
  const [one, two] = [await log(acme, 'Outlook asks again'), await log(birch, 'Outlook hangs')];
  const { key } = await open(olive, { ticketIds: [one.key, two.key], title: 'Outlook' });
  const redgum = await desk.run((ctx) => createClient(ctx, { name: 'Redgum Builders', code: 'REDG', timeZone: 'UTC' }));
  const write = async (body: object) =>
    olive.call('PATCH', `/problems/${key}`, { version: (await view(olive, key)).version, ...body });
  for (const field of ['workaround', 'symptoms', 'toldTitle'])
    for (const text of ['As at Redgum Builders: close Outlook.', 'As in REDG-1: close Outlook.', 'Redgum has it too']) {
      const named = await write({ [field]: text });
      expect([named.status, named.text]).toEqual([422, expect.stringContaining('names “Redgum Builders”')]);
      expect(named.text).toContain(`"${field}"`);
    }
  expect((await write({ workaround: 'As at Quarry: close Outlook.' })).status).toBe(200);
  const quarry = await desk.run((ctx) => createClient(ctx, { name: 'Quarry Stone', code: 'QUA', timeZone: 'UTC' }));
  const link = async (clientId: string) =>
    olive.call('POST', `/problems/${key}/incidents`, { ticketIds: [(await log(clientId, 'Outlook')).key] });
  for (const clientId of [quarry, redgum]) {
    const refused = await link(clientId);
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining(`the workaround of ${key} names “Quarry Stone”. Change that first`),
    ]);
  }
  // Clients that know of it already take more tickets.
  expect((await link(acme)).status).toBeLessThan(300);
  expect((await write({ workaround: 'Close Outlook.' })).status).toBe(200);
  expect((await link(quarry)).status).toBeLessThan(300);
});

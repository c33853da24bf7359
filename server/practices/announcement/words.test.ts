import { expect, test } from 'vitest';
import { createClient, createContact, setClientServices } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { PortalAnnouncements, ServiceStatus } from '#shared/announcement.ts';
import type { MailSendingView } from '#shared/mail.ts';
import type { WordsPage } from '#shared/words.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { writeMail } from './mail.ts';

// Mail is written and sent where a test says so.
const desk = await openDesk({ roles: ['web'] });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner' });
const service = ((await owner.call('POST', '/services', { name: 'Mail' })).body as { id: string }).id;
const people = await desk.run(async (ctx) => {
  const of = async (name: string, code: string) => {
    const clientId = await createClient(ctx, { name, code, timeZone: 'UTC', language: 'de' });
    await setClientServices(ctx, clientId, [service]);
    return {
      clientId,
      contactId: await createContact(ctx, {
        clientId,
        name: `Ada of ${name}`,
        email: `ada@${code.toLowerCase()}.example`,
      }),
    };
  };
  const [acme, birch, cedar] = [await of('Acme', 'ACME'), await of('Birch', 'BIRCH'), await of('Cedar', 'CEDAR')];
  await createContact(ctx, { clientId: acme.clientId, name: 'Bo', email: 'bo@acme.example', language: 'en' });
  return { acme, birch, cedar };
});
const ofBirch = await hire(desk, { name: 'Lim Limited', clientIds: [people.birch.clientId] });
const [ada, bea] = [
  await enterAs(desk, { ...people.acme, way: 'mail' }),
  await enterAs(desk, { ...people.birch, way: 'mail' }),
];
const { version } = (await owner.call('GET', '/mail/sending')).body as MailSendingView;
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
});

const written = async (who = owner) =>
  ((await who.call('GET', '/words?language=de&kind=announcement')).body as WordsPage).items;
async function draft(clientIds: string[], text: string): Promise<string> {
  const made = await owner.call('POST', '/announcements', {
    ...{ kind: 'outage', title: 'Mail is down', text, audience: 'chosen', clientIds, serviceIds: [service] },
    fromAt: '2026-02-01T10:00:00.000Z',
  });
  expect(made.status).toBe(201);
  return (made.body as { id: string }).id;
}
const say = (original: string, words: string) =>
  written().then((all) => {
    const text = all.find((one) => one.original === original);
    return owner.call('PUT', '/words', { id: text?.id, language: 'de', original, words, version: text?.version });
  });
const read = async (who: typeof ada) =>
  ((await who.call('GET', '/portal/announcements')).body as PortalAnnouncements).items;

test('an announcement is read in the language of each reader, by those alone whom it is for', async () => {
  const { acme, birch, cedar } = people;
  const id = await draft([acme.clientId, cedar.clientId], 'We are on it.\nAnna calls Acme’s director.');
  const other = await draft([birch.clientId], 'We are on it.\nAnna calls Acme’s director.');
  expect((await written(ofBirch)).map(({ href }) => href)).toEqual([
    `/announcements/${other}`,
    `/announcements/${other}`,
  ]);
  for (const [original, words] of [
    ['Mail is down', 'Mail ist ausgefallen'],
    ['We are on it.\nAnna calls Acme’s director.', 'Wir sind dran.\nAnna ruft bei Acme an.'],
  ] as const) {
    // Both say the same: the one of Acme and Cedar is meant.
    const text = (await written()).find((one) => one.original === original && one.href.endsWith(id));
    const put = await owner.call('PUT', '/words', { id: text?.id, language: 'de', original, words, version: 0 });
    expect(put.status).toBe(204);
  }
  for (const one of [id, other])
    expect((await owner.call('POST', `/announcements/${one}/publish`, { version: 1 })).status).toBe(200);

  expect(await read(ada)).toMatchObject([
    { title: 'Mail ist ausgefallen', text: 'Wir sind dran.\nAnna ruft bei Acme an.' },
  ]);
  expect(await read(bea)).toMatchObject([
    { title: 'Mail is down', text: 'We are on it.\nAnna calls Acme’s director.' },
  ]);
  const status = (await ada.call('GET', '/portal/service-status')).body as { items: ServiceStatus[] };
  expect(status.items[0]).toMatchObject({ note: 'Mail ist ausgefallen', past: [{ note: 'Mail ist ausgefallen' }] });

  await writeMail(desk.services, { id, kind: 'announcement', saidId: id });
  await sendDueMail(desk.services);
  const subjects = Object.fromEntries(sink.mails.map((mail) => [mail.to[0], headerOf(mail, 'Subject')]));
  expect(subjects).toMatchObject({
    'ada@acme.example': expect.stringContaining('Mail ist ausgefallen'),
    'bo@acme.example': expect.stringContaining('Mail is down'),
  });
});

test('what is said later has words as well, and what has ended asks for none', async () => {
  const id = await draft([people.acme.clientId], 'Gone again.');
  await owner.call('POST', `/announcements/${id}/publish`, { version: 1 });
  expect((await owner.call('POST', `/announcements/${id}/updates`, { text: 'The part is here.' })).status).toBe(200);
  expect((await say('The part is here.', 'Das Teil ist da.')).status).toBe(204);
  expect((await read(ada)).find((one) => one.id === id)?.updates).toMatchObject([{ text: 'Das Teil ist da.' }]);
  const { version } = (await owner.call('GET', `/announcements/${id}`)).body as { version: number };
  expect((await owner.call('POST', `/announcements/${id}/end`, { version })).status).toBe(200);
  expect((await written()).some(({ href }) => href.endsWith(id))).toBe(false);
  expect((await read(ada)).find((one) => one.id === id)?.updates).toMatchObject([{ text: 'Das Teil ist da.' }]);
});

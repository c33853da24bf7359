import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { DOT, uploadPicture } from '#tests/upload.ts';
import { moveClock } from '#tests/visitor.ts';
import { upkeepModule } from './index.ts';

const desk = await openDesk();
const tom = await hire(desk);
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const DAY = 1_440;

const run = (name: string) =>
  upkeepModule
    .jobs(desk.services)
    .find((job) => job.name === name)
    ?.run({});
const placeOf = (content: string | Buffer) => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return join(desk.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
};
/** Stored two days ago, as far as the disk knows. */
const age = (path: string) => utimes(path, new Date(), new Date(Date.now() - 2 * 86_400_000));

async function upload(content: string): Promise<string> {
  const boundary = 'part-of-a-test';
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/v1/clients/${acme}/files`,
    headers: { authorization: `Bearer ${tom.key}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="note.txt"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  });
  return answer.json().id;
}

test('an upload that no message took goes after a day; an attached one stays, with its bytes', async () => {
  const ticket = (await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'x' }))
    .body as TicketView;
  const kept = await upload('kept');
  await tom.call('POST', `/tickets/${ticket.key}/messages`, {
    visibility: 'public',
    body: 'see attached',
    attachmentIds: [kept],
  });
  const dropped = await upload('dropped');
  await age(placeOf('kept'));
  await age(placeOf('dropped'));
  await run('upkeep.files');
  expect((await tom.call('GET', `/files/${dropped}`)).status).toBe(200);
  moveClock(desk, DAY + 1);
  await run('upkeep.files');
  moveClock(desk, 0);
  expect((await tom.call('GET', `/files/${dropped}`)).status).toBe(404);
  expect([existsSync(placeOf('kept')), existsSync(placeOf('dropped'))]).toEqual([true, false]);
  expect((await tom.call('GET', `/files/${kept}`)).text).toBe('kept');
});

test('a picture that no article took goes after a day; one in a text stays, with its bytes', async () => {
  const send = async () => (await uploadPicture(desk, { authorization: `Bearer ${tom.key}` })).body.id;
  const [kept, dropped] = [await send(), await send()];
  await tom.call('POST', '/articles', { title: 'x', body: `<img src="/api/v1/article-files/${kept}">` });
  await age(placeOf(DOT));
  moveClock(desk, DAY + 1);
  await run('upkeep.files');
  moveClock(desk, 0);
  expect((await tom.call('GET', `/article-files/${dropped}`)).status).toBe(404);
  expect([(await tom.call('GET', `/article-files/${kept}`)).status, existsSync(placeOf(DOT))]).toEqual([200, true]);
});

test('what a machine said last stays; what it said before goes', async () => {
  const { key } = (await tom.call('POST', `/clients/${acme}/enrolment-keys`, { name: 'Office' })).body as {
    key: string;
  };
  const say = async (name: string) => {
    const payload = JSON.stringify({ action: 'inventory', deviceid: 'pc-1', content: { hardware: { name } } });
    await desk.app.inject({ method: 'POST', url: `/agent/inventory/${key}`, payload });
    const [row] = await desk.run((ctx) => ctx.tx.selectFrom('agent_reports').select(['id', 'sha256']).execute());
    const at = join(
      desk.dataDir,
      'files',
      row?.sha256.slice(0, 2) ?? '',
      row?.sha256.slice(2, 4) ?? '',
      row?.sha256 ?? '',
    );
    await age(at);
    return { at, id: row?.id };
  };
  const [before, last] = [await say('pc-1'), await say('pc-2')];
  await run('upkeep.files');
  expect([existsSync(before.at), existsSync(last.at)]).toEqual([false, true]);
  expect((await tom.call('GET', `/clients/${acme}/agent-reports/${last.id}`)).text).toContain('pc-2');
});

test('bytes stored again while they are being removed stay, and so does what a broken sweep had set aside', async () => {
  const { files } = desk.services;
  const put = async (content: string) => (await files.put(Readable.from(content), 1_000)).sha256;
  await put('twice');
  await age(placeOf('twice'));
  const others = new Set([createHash('sha256').update('kept').digest('hex')]);
  let asked = 0;
  const gone = await files.sweep(Date.now() - 86_400_000, async () => {
    asked += 1;
    // Between the first question and the removal somebody uploads the same bytes.
    if (asked === 1) await put('twice');
    return others;
  });
  expect([gone, existsSync(placeOf('twice'))]).toEqual([0, true]);

  const leaving = join(desk.dataDir, 'files', 'leaving');
  await writeFile(join(leaving, createHash('sha256').update('orphan').digest('hex')), 'orphan');
  await files.sweep(0, async () => new Set());
  expect(existsSync(placeOf('orphan'))).toBe(true);
  expect(await readdir(leaving)).toEqual([]);
});

test('an answer kept for Idempotency-Key is forgotten after a day', async () => {
  const post = () =>
    tom.call('POST', '/client-groups', { name: `Gold ${Math.random()}` }, { 'idempotency-key': 'once-upon-a-time' });
  const first = await post();
  expect((await post()).status).toBe(422);
  moveClock(desk, DAY + 1);
  await run('upkeep.answers');
  moveClock(desk, 0);
  expect([first.status, (await post()).status]).toEqual([201, 201]);
});

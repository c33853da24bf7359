import { describe, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { ProblemView } from '#shared/problem.ts';
import type { TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const olive = await hire(desk, { name: 'Olive Owner' });

const ok = async <T>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object, who: Person = olive): Promise<T> => {
  const answer = await who.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
const view = (key: string) => ok<ProblemView>('GET', `/problems/${key}`);
const write = async (key: string, body: object) =>
  ok<ProblemView>('PATCH', `/problems/${key}`, { version: (await view(key)).version, ...body });
const move = (key: string, to: string, body: object = {}) =>
  olive.call('POST', `/tickets/${key}/transitions`, { to, ...body });
const publish = (key: string) =>
  ok<ProblemView>('POST', `/problems/${key}/known-errors`, {
    ...{ clientIds: [acme], title: 'The gate hangs', symptoms: 'It does not open', portal: false },
  });
const raise = (key: string) =>
  ok<{ key: string }>('POST', '/changes', { clientId: acme, title: 'Exchange the controller', problem: key });
/** What the program itself said on it about its steps, the oldest first. */
const steps = async (key: string) => {
  const { items } = await ok<{ items: TimelineEntry[] }>('GET', `/tickets/${key}/timeline`);
  return items.filter(({ actor }) => actor.kind === 'system').map(({ sentence }) => sentence);
};
const stand = async (key: string) => {
  const { status, next } = await view(key);
  return [status, next?.what ?? null];
};
async function open(): Promise<{ key: string; incident: string }> {
  const incident = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, title: 'The gate does not open' }),
  );
  const { key } = await ok<{ key: string }>('POST', '/problems', {
    ticketIds: [incident.key],
    title: 'The gate hangs',
  });
  return { key, incident: incident.id };
}
const CAUSE = { cause: 'The controller overheats' };
const AID = { workaround: '<p>Open it by hand</p>' };
const RESOLVED = { resolutionCode: 'fix_applied', resolutionNote: 'Exchanged' };

/** Lets a change be where it is carried out, which its own tests lead it to. */
const implemented = (key: string) =>
  desk.run((ctx) =>
    ctx.tx
      .updateTable('tickets')
      .set({ status: 'implement', status_category: 'open' })
      .where('key', '=', key)
      .execute(),
  );
async function end(key: string, resolutionCode: string): Promise<void> {
  await implemented(key);
  await ok('POST', `/tickets/${key}/transitions`, { to: 'review', resolutionCode, resolutionNote: 'As it went' });
}

describe('a problem moves on by what is done about it', () => {
  test('from the workaround to the review, each step with its reason, and says what is next', async () => {
    const { key, incident } = await open();
    expect(await stand(key)).toEqual(['new', 'write']);
    await write(key, AID);
    expect(await stand(key)).toEqual(['assess', 'publish']);
    await write(key, { whys: [{ why: 'Why does it hang?', because: 'It is hot' }] });
    expect((await view(key)).status).toBe('root_cause_analysis');
    await write(key, CAUSE);
    expect(await stand(key)).toEqual(['root_cause_analysis', 'publish']);
    await publish(key);
    expect(await stand(key)).toEqual(['known_error', 'raise']);
    const change = await raise(key);
    expect((await view(key)).next).toMatchObject({ what: 'follow', change: change.key });
    await end(change.key, 'successful');
    expect(await stand(key)).toEqual(['fix_in_progress', 'resolve']);
    expect((await move(key, 'resolved', RESOLVED)).status).toBe(201);
    expect(await stand(key)).toEqual(['resolved', 'tell']);
    await ok('POST', `/problems/${key}/incidents/tell`, {
      ...{ ticketIds: [incident], message: 'It opens again.', resolve: true },
    });
    const { version, next } = await view(key);
    expect(next?.what).toBe('review');
    await ok('POST', `/problems/${key}/review`, { version, result: 'stopped' });
    expect(await stand(key)).toEqual(['closed', null]);
    expect(await steps(key)).toEqual([
      'moved it from New to Assess: it is said what helps until it is mended',
      'moved it from Assess to Root Cause Analysis: its analysis has begun',
      'moved it from Root Cause Analysis to Known Error: it is published as a known error',
      `moved it from Known Error to Fix In Progress: ${change.key} is to mend it`,
      'moved it from Resolved to Closed: its review says that they stopped',
    ]);
  });

  test('waits where its lifecycle asks for more, and goes on once that is written', async () => {
    const { key } = await open();
    await write(key, AID);
    await publish(key);
    const change = await raise(key);
    expect((await view(key)).status).toBe('root_cause_analysis');
    await write(key, CAUSE);
    expect((await view(key)).status).toBe('fix_in_progress');
    expect((await steps(key)).slice(1)).toEqual([
      'moved it from Assess to Root Cause Analysis: it is published as a known error',
      'moved it from Root Cause Analysis to Known Error: it is published as a known error',
      `moved it from Known Error to Fix In Progress: ${change.key} is to mend it`,
    ]);
  });

  test('stays where somebody put it back, until somebody moves it on', async () => {
    const { key } = await open();
    await write(key, { ...AID, ...CAUSE });
    await publish(key);
    expect((await move(key, 'root_cause_analysis', { reason: 'it is something else' })).status).toBe(201);
    await raise(key);
    await write(key, { symptoms: 'At noon' });
    expect((await view(key)).status).toBe('root_cause_analysis');
    expect((await move(key, 'known_error')).status).toBe(201);
    await write(key, { symptoms: 'At noon, when it is hot' });
    expect((await view(key)).status).toBe('fix_in_progress');
  });

  test('stays where somebody took a step back, too', async () => {
    const { key } = await open();
    await move(key, 'assess');
    const { items } = await ok<{ items: TimelineEntry[] }>('GET', `/tickets/${key}/timeline`);
    const eventId = items.find(({ type }) => type === 'ticket.moved')?.id;
    await ok('POST', `/tickets/${key}/undo`, { eventId });
    await write(key, CAUSE);
    expect((await view(key)).status).toBe('new');
  });
});

describe('the change that is to mend a problem', () => {
  test('stands with it, and where it is backed out the fix goes on', async () => {
    const { key } = await open();
    await write(key, { ...AID, ...CAUSE });
    const first = await raise(key);
    expect((await view(key)).changes).toMatchObject([{ key: first.key, outcome: null }]);
    await end(first.key, 'backed_out');
    expect(await stand(key)).toEqual(['fix_in_progress', 'publish']);
    expect((await steps(key)).at(-1)).toBe(`noted: ${first.key}, which was to mend it, was backed out`);
    await publish(key);
    expect((await view(key)).next).toMatchObject({ what: 'raise', why: `${first.key} did not mend it.` });
    const second = await raise(key);
    expect((await view(key)).next).toMatchObject({ what: 'follow', change: second.key });
  });

  test('brings it back by failing, though it was resolved, and there is no review of it any more', async () => {
    const { key } = await open();
    await write(key, CAUSE);
    const { key: change } = await raise(key);
    await move(key, 'resolved', RESOLVED);
    expect((await view(key)).reviewOn).not.toBeNull();
    await end(change, 'failed');
    expect(await view(key)).toMatchObject({ status: 'fix_in_progress', reviewOn: null });
    expect((await steps(key)).at(-1)).toBe(
      `moved it from Resolved to Fix In Progress: ${change}, which was to mend it, failed`,
    );
  });

  test('brings back no problem whose risk somebody accepted', async () => {
    const { key } = await open();
    await write(key, CAUSE);
    const { key: change } = await raise(key);
    await move(key, 'risk_accepted', { reason: 'the gate is replaced in spring' });
    await end(change, 'failed');
    expect((await view(key)).status).toBe('risk_accepted');
  });
});

test('a review that says that it is not fixed lets the fix go on', async () => {
  const { key } = await open();
  await write(key, CAUSE);
  await raise(key);
  await move(key, 'resolved', RESOLVED);
  await ok('POST', `/problems/${key}/review`, { version: (await view(key)).version, result: 'not_fixed' });
  expect((await view(key)).status).toBe('fix_in_progress');
});

test('steps that are not legal are refused with what is missing', async () => {
  const { key } = await open();
  const refused = async (to: string, body: object = {}) => {
    const { status, text } = await move(key, to, body);
    return [status, (JSON.parse(text) as { detail: string }).detail];
  };
  expect(await refused('fix_in_progress')).toEqual([
    409,
    expect.stringContaining('cannot go from New to Fix In Progress'),
  ]);
  expect(await refused('resolved')).toEqual([409, expect.stringContaining('it can go to Assess, Root Cause Analysis')]);
  await move(key, 'root_cause_analysis');
  expect(await refused('fix_in_progress')).toEqual([409, expect.stringMatching(/cause/i)]);
  expect(await refused('known_error', CAUSE)).toEqual([409, expect.stringContaining('or say that there is none')]);
  expect(await refused('resolved', CAUSE)).toEqual([
    409,
    expect.stringMatching(/Choose how it ended. Write what was done/),
  ]);
  expect(await refused('closed')).toEqual([
    409,
    expect.stringContaining('cannot go from Root Cause Analysis to Closed'),
  ]);
  expect(await refused('risk_accepted')).toEqual([409, 'Say why.']);
});

import pino from 'pino';
import { expect, test } from 'vitest';
import { openDesk } from '../desk.ts';
import { hire } from '../people.ts';
import { TEXTS } from './payloads.ts';

const chunks: string[] = [];
const log = pino({ level: 'trace' }, { write: (chunk) => void chunks.push(chunk) });
const desk = await openDesk({ log });
const olive = await hire(desk, { name: 'Olive Owner' });

const FORGED = 'a\r\n{"level":60,"msg":"forged"}\n\u001b[2J\u2028x';

test('whatever somebody writes, each thing that is logged is one line, and none is forged', async () => {
  for (const text of [FORGED, ...TEXTS.map(([, one]) => one)]) {
    const safe = encodeURIComponent(text.toWellFormed());
    await desk.app.inject({ url: `/${safe}?x=${safe}`, headers: { 'user-agent': safe, 'x-request-id': safe } });
    await olive.call('GET', `/tickets?q=${safe}`);
    await olive.call('POST', '/clients', { name: text, code: text, timeZone: text, notes: text });
    await olive.call('POST', '/sessions', { email: text, password: text }, { 'sec-fetch-site': 'same-origin' });
  }
  await desk.run(async (ctx) => ctx.services.log.warn({ title: FORGED, error: new Error(FORGED) }, FORGED));
  expect(chunks.length).toBeGreaterThan(0);
  for (const chunk of chunks) {
    expect(chunk.split('\n').filter(Boolean)).toHaveLength(1);
    expect(chunk.trimEnd()).toMatch(/^[^\p{Cc}]*$/u);
    expect(JSON.parse(chunk)).not.toMatchObject({ level: 60, msg: 'forged' });
  }
});

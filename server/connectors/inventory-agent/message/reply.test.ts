import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Message } from './message.ts';
import { replyTo } from './reply.ts';

const to = (format: Message['format'], packing: Message['packing'], query: 'contact' | 'other' = 'contact') =>
  replyTo({ format, packing, query });

test('a packed request in XML is answered by zlib at its default level, a plain one in plain', async () => {
  for (const packing of ['zlib', 'gzip'] as const) {
    const { type, bytes } = await to('xml', packing);
    expect([type, bytes.subarray(0, 2).toString('hex')]).toEqual(['application/x-compress-zlib', '789c']);
    expect(inflateSync(bytes).toString()).toContain('<RESPONSE>SEND</RESPONSE><PROLOG_FREQ>24</PROLOG_FREQ>');
  }
  const { type, bytes } = await to('xml', 'plain', 'other');
  expect([type, bytes.toString()]).toEqual([
    'application/xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<REPLY><RESPONSE>STOP</RESPONSE></REPLY>\n',
  ]);
});

test('GLPI’s agent is answered in plain JSON, and asked to keep processes and environment to itself', async () => {
  const { type, bytes } = await to('json', 'gzip');
  expect([type, JSON.parse(bytes.toString())]).toMatchObject([
    'application/json',
    { status: 'ok', expiration: 24, tasks: { inventory: { 'no-category': 'process,environment' } } },
  ]);
  expect(JSON.parse((await to('json', 'plain', 'other')).bytes.toString())).toEqual({ status: 'ok', expiration: 24 });
});

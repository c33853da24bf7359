import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Message } from './message.ts';

/** Hours until an agent reports again. */
const EVERY_HOURS = 24;

/** What agents that ask are told to leave out, since it is thrown away: it may hold passwords. */
const NOT_WANTED = 'process,environment';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const packed = promisify(deflate);

export type Reply = { readonly type: string; readonly bytes: Buffer };

/**
 * What an agent is answered. In XML a packed request is answered by zlib at its default level and a plain one in plain: FusionInventory
 * refuses gzip and other levels, and breaks on a packed answer to a plain request; OCS takes nothing but zlib.
 */
export async function replyTo({
  format,
  packing,
  query,
}: Pick<Message, 'format' | 'packing' | 'query'>): Promise<Reply> {
  if (format === 'json') return { type: 'application/json', bytes: Buffer.from(JSON.stringify(inJson(query))) };
  const bytes = Buffer.from(DECLARATION + inXml(query));
  if (packing === 'plain') return { type: 'application/xml', bytes };
  return { type: 'application/x-compress-zlib', bytes: await packed(bytes) };
}

function inJson(query: Message['query']): object {
  if (query !== 'contact') return { status: 'ok', expiration: EVERY_HOURS };
  const inventory = { server: 'glpi', version: '10.0.0', params: [], 'no-category': NOT_WANTED };
  return { status: 'ok', expiration: EVERY_HOURS, tasks: { inventory } };
}

function inXml(query: Message['query']): string {
  switch (query) {
    case 'contact':
      return `<REPLY><RESPONSE>SEND</RESPONSE><PROLOG_FREQ>${EVERY_HOURS}</PROLOG_FREQ></REPLY>\n`;
    case 'inventory':
      return '<REPLY><RESPONSE>ACCOUNT_UPDATE</RESPONSE></REPLY>\n';
    case 'other':
      return '<REPLY><RESPONSE>STOP</RESPONSE></REPLY>\n';
  }
}

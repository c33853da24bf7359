import type { DeviceReading } from '#server/practices/configuration/index.ts';
import type { AgentReport } from '#shared/inventory-agent.ts';
import type { Content } from '../message/content.ts';
import type { Inflated } from '../message/inflate.ts';
import { type Inventory, type Message, readMessage } from '../message/message.ts';
import { readingOf } from '../reading/reading.ts';

/** What an agent sent, in a form that costs little to hand from one thread to another. */
export type Understood = Pick<Message, 'format' | 'packing'> & { readonly query: Message['query'] } & (
    | { readonly query: 'contact' | 'other' }
    | ({ readonly query: 'inventory' } & Report)
  );

export type Report = {
  readonly deviceId: string;
  /** Only some sections were told, and what was said before was not known. */
  readonly partial: boolean;
  readonly reading: DeviceReading;
  /** The report as it was understood, as JSON: what is kept of it. */
  readonly kept: Uint8Array;
};

/**
 * Reads a message whole. A part of an inventory is completed by `before`, the report that was kept last, where there is one. Throws
 * `malformed`. Pure, and as slow as the message is large.
 */
export function understand(inflated: Inflated, before: Uint8Array | null): Understood {
  const { format, packing, ...message } = readMessage(inflated);
  if (message.query !== 'inventory') return { format, packing, query: message.query };
  const { inventory: given } = message;
  const inventory = given.partial && before !== null ? completed(given, before) : given;
  const kept = Buffer.from(JSON.stringify(reportOf(inventory)));
  const { deviceId, partial } = inventory;
  return { format, packing, query: 'inventory', deviceId, partial, reading: readingOf(inventory), kept };
}

/** A part of an inventory with the sections that it does not tell, as they were told before. */
function completed(part: Inventory, before: Uint8Array): Inventory {
  const { sections } = JSON.parse(Buffer.from(before).toString()) as AgentReport;
  return { ...part, partial: false, content: new Map([...contentOf(sections), ...part.content]) };
}

function reportOf({ deviceId, itemType, content }: Inventory): AgentReport {
  const sections = [...content].map(([section, records]) => [section, records.map((one) => Object.fromEntries(one))]);
  return { deviceId, itemType, sections: Object.fromEntries(sections) };
}

/** The content that a report was made from. */
const contentOf = (sections: AgentReport['sections']): Content =>
  new Map(
    Object.entries(sections).map(([section, records]) => [section, records.map((one) => new Map(Object.entries(one)))]),
  );

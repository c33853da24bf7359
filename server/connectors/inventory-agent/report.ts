import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FileStore } from '#platform/files/index.ts';
import type { AgentReport } from '#shared/inventory-agent.ts';
import type { Content } from './message/content.ts';
import type { Inventory } from './message/message.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];
/** A report packed; what it is made from was bounded already. */
const MOST_BYTES = 25 * 1_048_576;

/**
 * Keeps what an agent said as it was understood, so that "why does it say that" can be answered. The bytes as they came are not kept: they may
 * hold what was in the environment of processes, and keys of licences.
 */
export async function keepReport(files: FileStore, inventory: Inventory): Promise<{ sha256: string; size: number }> {
  const packed = await pack(JSON.stringify(reportOf(inventory)));
  return files.put(Readable.from([packed]), MOST_BYTES);
}

export async function readReport(files: FileStore, sha256: string): Promise<AgentReport> {
  const { stream } = await files.get(sha256);
  return JSON.parse((await unpack(await buffer(stream))).toString()) as AgentReport;
}

function reportOf({ deviceId, itemType, content }: Inventory): AgentReport {
  const sections = [...content].map(([section, records]) => [section, records.map((one) => Object.fromEntries(one))]);
  return { deviceId, itemType, sections: Object.fromEntries(sections) };
}

/** The content that a report was made from. */
export function contentOf({ sections }: AgentReport): Content {
  return new Map(
    Object.entries(sections).map(([section, records]) => [section, records.map((one) => new Map(Object.entries(one)))]),
  );
}

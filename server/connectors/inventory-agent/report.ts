import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FileStore } from '#platform/files/index.ts';
import type { AgentReport } from '#shared/inventory-agent.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];
/** A report packed; what it is made from was bounded already. */
const MOST_BYTES = 25 * 1_048_576;

/**
 * Keeps what an agent said as it was understood, so that "why does it say that" can be answered. The bytes as they came are not kept: they may
 * hold what was in the environment of processes, and keys of licences.
 */
export async function keepReport(files: FileStore, kept: Uint8Array): Promise<{ sha256: string; size: number }> {
  const packed = await pack(kept);
  return files.put(Readable.from([packed]), MOST_BYTES);
}

/** A report as it was kept, as JSON. */
export async function keptReport(files: FileStore, sha256: string): Promise<Buffer> {
  const { stream } = await files.get(sha256);
  return unpack(await buffer(stream));
}

export const readReport = async (files: FileStore, sha256: string): Promise<AgentReport> =>
  JSON.parse((await keptReport(files, sha256)).toString()) as AgentReport;

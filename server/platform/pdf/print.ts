import { Fault } from '#kernel/errors.ts';
import { SideThread, ThreadSpent } from '#platform/thread/index.ts';
import type { PdfDocument } from './document.ts';

/** A document of some thousand pages. */
const LIMITS = { mostMs: 60_000, mostMemoryMb: 512 };

const thread = new SideThread<PdfDocument, Uint8Array>(new URL('./worker.ts', import.meta.url), LIMITS);

/** Prints a document aside. Throws `too_large` for one that takes more time or memory than one may. */
export async function printPdf(document: PdfDocument): Promise<Buffer> {
  try {
    return Buffer.from(await thread.ask(document));
  } catch (error) {
    if (!(error instanceof ThreadSpent)) throw error;
    throw new Fault('too_large', `The document takes more ${error.what} to print than one may.`);
  }
}

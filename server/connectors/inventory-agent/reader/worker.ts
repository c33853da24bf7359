import { parentPort } from 'node:worker_threads';
import { Fault, type ProblemCode } from '#kernel/errors.ts';
import type { Inflated } from '../message/inflate.ts';
import { type Understood, understand } from './understand.ts';

/** A thread that reads one message after the other: see `reader.ts`. */
export type Asked = { readonly inflated: Inflated; readonly before: Uint8Array | null };
/** A fault's class would be lost on the way between threads. */
export type Answered =
  | { readonly understood: Understood }
  | { readonly refused: { readonly code: ProblemCode; readonly detail: string } };

parentPort?.on('message', ({ inflated, before }: Asked) => parentPort?.postMessage(answerTo(inflated, before)));

function answerTo(inflated: Inflated, before: Uint8Array | null): Answered {
  try {
    return { understood: understand(inflated, before) };
  } catch (error) {
    if (error instanceof Fault) return { refused: { code: error.code, detail: error.message } };
    throw error;
  }
}

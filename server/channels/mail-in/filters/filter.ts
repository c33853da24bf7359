import type { Facts } from '../facts.ts';
import type { ReadMail } from '../reading/index.ts';
import type { Settled, Verdict } from '../verdict.ts';

/** What one filter says of a mail. With a verdict the chain ends there. */
export type Finding = { readonly result: string; readonly why: string; readonly verdict?: Verdict };

/** A mail, what is known about it, and what a person said about it if it was kept back. */
export type Case = { readonly mail: ReadMail; readonly facts: Facts; readonly settled: Settled | null };

/** One look at a mail. Pure. Null: it has nothing to say here. */
export type Filter = { readonly name: string; look(it: Case): Finding | null };

/** A finding that ends the chain, named by what is done. */
export const ends = (verdict: Verdict, why: string): Finding => ({ result: verdict.do, why, verdict });

import type { Case, Filter } from './filters/filter.ts';
import { loop, machine, report, twin } from './filters/first.ts';
import { client, idleAnswer } from './filters/last.ts';
import { staff } from './filters/staff.ts';
import { thread } from './filters/thread.ts';
import { anonymous, proof, spam } from './filters/trust.ts';
import type { Decided, Decision } from './verdict.ts';

/** The chain, in order. */
const FILTERS: readonly Filter[] = [
  twin,
  loop,
  report,
  machine,
  proof,
  spam,
  anonymous,
  staff,
  thread,
  idleAnswer,
  client,
];

/** Decides what is done with a mail: filter by filter, until one is sure. Pure; the log says what each found. */
export function decide(it: Case): Decided {
  const decisions: Decision[] = [];
  for (const { name, look } of FILTERS) {
    const finding = look(it);
    if (!finding) continue;
    decisions.push({ filter: name, result: finding.result, why: finding.why });
    if (finding.verdict) return { verdict: finding.verdict, why: finding.why, decisions };
  }
  throw new Error('The last filter lets no mail pass');
}

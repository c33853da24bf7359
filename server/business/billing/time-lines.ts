import type { TimeLine, TimeTerms } from '#kernel/billing.ts';
import type { LoadedContract, LoadedLine } from './load-contracts.ts';

/** The lines of contracts that take in time, in the order in which they are asked: what includes or holds it before what charges it. */
export function timeLinesOf(contracts: readonly LoadedContract[]): TimeLine[] {
  const lines = contracts.flatMap(({ id: contractId, lines: all }) =>
    all.flatMap((line): TimeLine[] => {
      const { id, from, until, covers } = line;
      return covers ? [{ id, contractId, from, until, covers, terms: termsOf(line) }] : [];
    }),
  );
  const charges = ({ terms }: TimeLine) => terms.kind === 'rate';
  return [...lines.filter((line) => !charges(line)), ...lines.filter(charges)];
}

function termsOf({ kind, percent, weighted }: LoadedLine): TimeTerms {
  if (kind === 'all_inclusive') return { kind: 'included' };
  if (kind === 'block_hours') return { kind, percent, weighted };
  if (kind === 'block_money') return { kind, percent };
  return { kind: 'rate', percent };
}

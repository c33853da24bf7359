/** Shares of the load of which the terminal hears; the page tells every few tickets. */
const TOLD = [0.25, 0.5, 0.75];

const count = (number: number) => number.toLocaleString('en');

export type Telling = {
  /** So many tickets are there. */
  reached(done: number): void;
  /** All is there. */
  complete(): void;
};

/**
 * Tells whoever is at the terminal how the load of the sample goes: when it begins or goes on, at each quarter, and when all is there.
 * @param now milliseconds of any clock that only goes forward
 */
export function tellLoad(
  say: (line: string) => void,
  { clients, tickets, before }: { clients: number; tickets: number; before: number },
  now: () => number = () => performance.now(),
): Telling {
  const from = now();
  const told = new Set(TOLD.filter((share) => before >= share * tickets));
  const all = `${count(clients)} clients and ${count(tickets)} tickets`;
  say(
    before > 0
      ? `• The sample MSP goes on loading in the background: ${count(before)} of ${count(tickets)} tickets are there …`
      : `• Loading the sample MSP in the background: ${all}, the newest first. You can begin meanwhile …`,
  );
  return {
    reached(done) {
      const share = TOLD.findLast((one) => done >= one * tickets);
      if (share === undefined || told.has(share) || done >= tickets) return;
      for (const one of TOLD) if (one <= share) told.add(one);
      say(`  the sample MSP: ${count(done)} of ${count(tickets)} tickets …`);
    },
    complete: () => say(`• The sample MSP is complete: ${all}, in ${Math.round((now() - from) / 1000)} s.`),
  };
}

import type { InvoiceBooked } from '#shared/accounting.ts';
import { BOOKED_WORDS } from '#shared/accounting-words.ts';

/** Where an invoice or credit is in the books, and what is odd about it. */
export function BookedFact({ booked }: { booked: NonNullable<InvoiceBooked['booked']> }) {
  const { state, externalStatus, fault, note } = booked;
  return (
    <>
      {BOOKED_WORDS[state]}
      {state === 'sent' && externalStatus && <span className="f-dim">, {externalStatus.toLowerCase()}</span>}
      {[fault, note]
        .filter((words) => words !== '')
        .map((words) => (
          <div key={words} className="f-dim">
            <bdi>{words}</bdi>
          </div>
        ))}
    </>
  );
}

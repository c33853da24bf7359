import type { TicketKind } from '#shared/vocabulary.ts';
import { Select } from '#web/ui/form/select.tsx';
import { KINDS } from '../library/choices.ts';

/** For which kind of ticket a promise is shown. */
export function KindChoice({ kind, onChange }: { kind: TicketKind; onChange(next: TicketKind): void }) {
  return (
    <Select
      aria-label="Kind of ticket"
      data={KINDS}
      value={kind}
      onChange={(next) => next && onChange(next as TicketKind)}
      w={140}
    />
  );
}

import type { TimeEntryView } from '#shared/time.ts';
import { useDo } from '#web/api/use.ts';
import { refreshTickets } from '../actions/index.ts';
import { LineTools } from './line-tools.tsx';
import { TIME_TOUCHED } from './touched.ts';
import { entryName } from './words.ts';

type Props = { entry: TimeEntryView; ticketKey: string; onEdit(): void };

/** Changing recorded time and taking it away, where the reader may. */
export function EntryTools({ entry, ticketKey, onEdit }: Props) {
  const remove = useDo('DELETE /time/{id}', {
    failed: 'Not taken away',
    refresh: TIME_TOUCHED,
    onDone: refreshTickets,
  });
  if (!entry.mayEdit) return null;
  const name = entryName(entry.minutes, ticketKey);
  const body = `${name} is taken away. The ticket’s timeline keeps that it was there.`;
  return (
    <LineTools
      name={name}
      question={{ title: 'Take this time away?', body }}
      onEdit={onEdit}
      onTakeAway={() => remove.mutate({ params: { id: entry.id } })}
    />
  );
}

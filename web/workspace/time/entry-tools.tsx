import { ActionIcon } from '@mantine/core';
import type { TimeEntryView } from '#shared/time.ts';
import { useDo } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { IconPencil, IconTrash } from '#web/ui/icons.ts';
import { refreshTickets } from '../actions/index.ts';
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
  const takeAway = async () => {
    const body = `${name} is taken away. The ticket’s timeline keeps that it was there.`;
    if (await confirm({ title: 'Take this time away?', body, action: 'Take away', danger: true }))
      remove.mutate({ params: { id: entry.id } });
  };
  return (
    <span className="f-time-tools">
      <ActionIcon aria-label={`Change ${name}`} data-tip="Change" onClick={onEdit}>
        <IconPencil size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={`Take away ${name}`} data-tip="Take away" onClick={() => void takeAway()}>
        <IconTrash size={16} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}

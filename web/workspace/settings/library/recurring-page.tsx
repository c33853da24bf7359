import { Link } from '@tanstack/react-router';
import type { RecurringTicketView } from '#client/index.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { PauseButton } from './pause-button.tsx';
import { RecurringForm } from './recurring-form.tsx';
import { RecurringNote } from './recurring-note.tsx';

/** Tickets that come by the calendar: which, for whom, when next, and whether the last one came. */
export default function RecurringPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /recurring-tickets', { query: {} });
  const mayEdit = can('library.manage');
  return (
    <RecordList<RecurringTicketView>
      title="Recurring tickets"
      one="recurring ticket"
      help="Work that comes by the calendar: checking backups, replacing certificates, the quarterly visit."
      empty={
        <>
          What must not be forgotten comes by itself. It is made from a{' '}
          <Link to="/settings/ticket-templates">ticket template</Link>.
        </>
      }
      size={720}
      lines={data?.items.map((one) => ({
        record: one,
        id: one.id,
        name: one.name,
        words: `${one.client.name} ${one.client.code} ${one.template.name}`,
        active: one.active,
        inactive: 'Paused',
        note: <RecurringNote recurring={one} />,
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={mayEdit}
      actions={(one) => mayEdit && <PauseButton recurring={one} />}
      form={(recurring, onClose) => <RecurringForm recurring={recurring} onClose={onClose} />}
    />
  );
}

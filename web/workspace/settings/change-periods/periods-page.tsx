import { Badge, Button } from '@mantine/core';
import type { PeriodView } from '#shared/change-schedule.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { forWhom, PERIOD_NAMES } from '../../changes/words.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { PeriodForm, TOUCHED } from './period-form.tsx';

/** When changes are meant to be made, and when they are held back. */
export default function PeriodsPage() {
  const may = useCan()('change.policy');
  const { data, error, refetch } = useGet('GET /change-periods', {});
  return (
    <RecordList
      title="Windows and freezes"
      one="period"
      help="Where there are maintenance windows, a change outside of them is held back; those of a service or item come before those of its client, and a client’s own before everybody’s. Freezes and blackouts hold back whatever lies in them. All of them go by the clock on the wall."
      empty="A maintenance window says when changes are meant to be made; a freeze keeps a busy time quiet. The calendar shows them, and changes that do not fit say why and are offered a time that does."
      size={680}
      lines={data?.items.map((period) => ({
        record: period,
        id: period.id,
        name: period.name,
        active: period.next !== null,
        inactive: 'Over',
        marks: <Badge color={COLOURS[period.kind]}>{PERIOD_NAMES[period.kind]}</Badge>,
        note: (
          <>
            <bdi>{forWhom(period)}</bdi> · {period.words}
          </>
        ),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={may}
      actions={(period) => may && <Remove period={period} />}
      form={(period, onClose) => <PeriodForm period={period} onClose={onClose} />}
    />
  );
}

const COLOURS = { window: 'green', freeze: 'blue', blackout: 'gray' } as const;

function Remove({ period: { id, name } }: { period: PeriodView }) {
  const remove = useDo('DELETE /change-periods/{id}', { failed: 'Not removed', refresh: TOUCHED });
  const sure = async () => {
    const yes = await confirm({
      title: `Remove “${name}”?`,
      body: 'Changes go by it no more. It cannot be brought back.',
      action: 'Remove',
      danger: true,
    });
    if (yes) remove.mutate({ params: { id } });
  };
  return (
    <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Remove ${name}`} onClick={() => void sure()}>
      Remove
    </Button>
  );
}

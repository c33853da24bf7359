import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '#kernel/day.ts';
import { sayMinutes } from '#kernel/minutes.ts';
import type { SheetEntry, SheetOfPerson } from '#shared/time.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { DecideFoot } from './decide-foot.tsx';
import { TimeEntries } from './entries.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { ExpensesToDecide } from './expenses/to-decide.tsx';
import { Owed } from './owed.tsx';
import { TimeTabs } from './tabs.tsx';
import { TIME_TOUCHED } from './touched.ts';
import { weekOf } from './week.ts';
import { WeekStrip } from './week-strip.tsx';
import { entryName, sumWords } from './words.ts';
import '../clients/report/report.css';
import '#web/ui/form/form.css';
import './time.css';

const spell = (minutes: number) => (minutes === 0 ? '–' : sayMinutes(minutes));
const OWED_MS = 2 * 86_400_000;

/** Everybody’s week: what was submitted is approved or returned with a reason. */
export default function ApprovalPage() {
  const { timeZone } = useMe();
  const { at, go } = useAddress();
  const now = useNow();
  const today = dayIn(now, timeZone);
  const asked = at.get('week') ?? '';
  const week = weekOf(isDay(asked) ? asked : today);
  const period = { from: week[0] ?? today, to: week[6] ?? today };
  const { data, error, refetch } = useGet('GET /time/people', { query: period });
  const person = at.get('person');
  return (
    <div className="f-report">
      <PageHead title="Time">
        <TimeTabs />
      </PageHead>
      <PageBody>
        <WeekStrip {...{ week, day: null, today, sheet: undefined }} onDay={(day) => go({ week: day, person: null })} />
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nobody recorded time in this week">Look at another week.</EmptyState>
        )}
        {data && data.items.length > 0 && <People rows={data.items} now={now} onOpen={(id) => go({ person: id })} />}
        <ExpensesToDecide />
        <Owed today={new Date(now).toISOString().slice(0, 10)} />
      </PageBody>
      <Dialog title="Timesheet" opened={person !== null} onClose={() => go({ person: null })} size={820}>
        {person && <PersonSheet staffId={person} period={period} />}
      </Dialog>
    </div>
  );
}

function People({ rows, now, onOpen }: { rows: readonly SheetOfPerson[]; now: number; onOpen(id: string): void }) {
  return (
    <Sideways label="People">
      <table className="f-report-table">
        <caption className="f-hidden">Time of the week by person</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col" className="f-money">
              To approve
            </th>
            <th scope="col" className="f-money">
              Approved
            </th>
            <th scope="col" className="f-money">
              Not submitted
            </th>
            <th scope="col" className="f-money">
              Billable
            </th>
            <th scope="col" className="f-money">
              <span data-tip="The middle of how long after the work it was recorded">Recorded after</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.staff.id}>
              <th scope="row">
                <Button variant="subtle" size="compact-sm" onClick={() => onOpen(row.staff.id)}>
                  <bdi>{row.staff.name}</bdi>
                </Button>
              </th>
              <td className="f-money">{row.submitted > 0 ? <strong>{spell(row.submitted)}</strong> : '–'}</td>
              <td className="f-money">{spell(row.approved)}</td>
              <td className="f-money">
                {spell(row.open + row.returned)}
                {row.oldestOpen && now - Date.parse(row.oldestOpen) > OWED_MS && (
                  <div className="f-dim">since more than two days</div>
                )}
              </td>
              <td className="f-money">{spell(row.billable)}</td>
              <td className="f-money">{row.enteredAfter === null ? '–' : sayMinutes(row.enteredAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

/** What waits is ticked at first, unless it is one’s own, which others decide about. */
function PersonSheet({ staffId, period }: { staffId: string; period: { from: string; to: string } }) {
  const isOwn = useMe().id === staffId;
  const { data: sheet, error, refetch } = useGet('GET /time', { query: { ...period, staffId } });
  /** Those that are not as they were at first. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<SheetEntry | null>(null);
  const decide = useDo('POST /time/decide', {
    failed: 'Not decided',
    refresh: TIME_TOUCHED,
    onDone: (sum, { body }) => {
      setTurned(new Set());
      toast.done(`${sumWords(sum)} ${body.approve ? 'approved' : 'returned'}: ${sayMinutes(sum.minutes)}`);
    },
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!sheet) return <SkeletonLines lines={5} />;
  const isTicked = (id: string) => turned.has(id) === isOwn;
  const waiting = sheet.items.filter(({ state }) => state === 'submitted');
  const chosen = waiting.filter(({ id }) => isTicked(id));
  const toggle = (id: string) =>
    setTurned((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <div className="f-time-sheet">
      <h3>
        <bdi>{sheet.staff.name}</bdi> <span className="f-dim">{sheet.timeZone}</span>
      </h3>
      <TimeEntries
        of={{ ...period, staffId }}
        entries={sheet.items}
        onEdit={setEdited}
        before={(entry) =>
          entry.state === 'submitted' && (
            <Checkbox
              aria-label={entryName(entry.minutes, entry.ticket.key)}
              checked={isTicked(entry.id)}
              onChange={() => toggle(entry.id)}
            />
          )
        }
      />
      {waiting.length > 0 && (
        <DecideFoot
          of={chosen.length === 0 ? '' : sumWords({ entries: chosen.length })}
          busy={decide.isPending}
          onDecide={(verdict) =>
            decide.mutateAsync({
              body: {
                entryIds: chosen.map(({ id }) => id),
                versions: chosen.map(({ version }) => version),
                ...verdict,
              },
            })
          }
        />
      )}
      <EntryDialog entry={edited} onClose={() => setEdited(null)} />
    </div>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useNarrow } from '#web/ui/frame/use-narrow.ts';
import { IconChevronLeft, IconChevronRight } from '#web/ui/icons.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { zoneName } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { Agenda } from './agenda.tsx';
import { daysOf, type Span, stepped, todayIn } from './days.ts';
import { Feeds } from './feeds.tsx';
import { Month } from './month.tsx';
import { NewButtons } from './new-buttons.tsx';
import { ChangeTabs } from './tabs.tsx';
import { Week } from './week.tsx';
import '#web/ui/form/form.css';
import './changes.css';

const SPANS = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'list', label: 'List' },
];
const isSpan = (text: string | null): text is Span => text === 'week' || text === 'month' || text === 'list';
/** Below this a week has no room; the list takes its place. */
const LEAST_WIDTH = 760;

/** When what is changed: with windows, freezes, what collides, and who is on call. */
export default function ChangesPage() {
  const { at, go } = useAddress();
  const { timeZone, language } = useReader();
  const isNarrow = useNarrow(LEAST_WIDTH);
  const today = todayIn(timeZone);
  const chosen = at.get('view');
  const span: Span = isNarrow ? 'list' : isSpan(chosen) ? chosen : 'week';
  const date = at.get('date') ?? today;
  const clientId = at.get('client');
  const days = daysOf(span, date, timeZone);
  const range = {
    from: new Date(days[0]?.from ?? 0).toISOString(),
    until: new Date(days.at(-1)?.to ?? 0).toISOString(),
  };
  const { data, error, refetch } = useGet(
    'GET /change-calendar',
    { query: { ...range, ...(clientId ? { clientId } : {}) } },
    { placeholderData: (before) => before, refetchInterval: 60_000 },
  );
  const step = (by: 1 | -1) => go({ date: stepped(span, date, by) });
  useShortcuts([
    { combo: '[', label: 'Earlier', group: 'Changes', run: () => step(-1) },
    { combo: ']', label: 'Later', group: 'Changes', run: () => step(1) },
    { combo: '.', label: 'Today', group: 'Changes', run: () => go({ date: null }) },
  ]);
  const title = format(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse((span === 'month' ? date : (days[0]?.date ?? date)) as string),
  );
  return (
    <>
      <PageHead
        title="Changes"
        actions={
          <>
            <Feeds clientId={clientId} />
            <NewButtons clientId={clientId} />
          </>
        }
      >
        <ChangeTabs />
      </PageHead>
      <search className="f-list-bar f-change-bar">
        <div className="f-change-steps">
          <Button variant="default" px={8} aria-label="Earlier" onClick={() => step(-1)}>
            <IconChevronLeft size={16} aria-hidden="true" />
          </Button>
          <Button variant="default" onClick={() => go({ date: null })}>
            Today
          </Button>
          <Button variant="default" px={8} aria-label="Later" onClick={() => step(1)}>
            <IconChevronRight size={16} aria-hidden="true" />
          </Button>
        </div>
        <strong className="f-change-span" role="status">
          {title}
        </strong>
        {!isNarrow && (
          <SegmentedControl
            aria-label="View"
            data={SPANS}
            value={span}
            onChange={(next) => go({ view: next === 'week' ? null : next })}
          />
        )}
        <ClientFilter value={clientId} onChange={(next) => go({ client: next })} />
        <Legend />
      </search>
      <div className="f-change-body">
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={12} />}
        {data?.more && <p className="f-plain f-dim">There are more changes than are shown here; choose a client.</p>}
        {data && span === 'week' && <Week calendar={data} days={days} today={today} />}
        {data && span === 'month' && (
          <Month
            calendar={data}
            days={days}
            today={today}
            month={date.slice(0, 7)}
            onDay={(day) => go({ view: null, date: day })}
          />
        )}
        {data && span === 'list' && <Agenda calendar={data} days={days} />}
      </div>
    </>
  );
}

function Legend() {
  const reader = useReader();
  return (
    <p className="f-change-legend f-dim">
      <span data-kind="window">Window</span>
      <span data-kind="freeze">Freeze</span>
      <span data-kind="blackout">Blackout</span>
      <span data-kind="collides">Collides</span>
      <span>Times in {zoneName(reader)}</span>
    </p>
  );
}

import type { ChangeView } from '#shared/change.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Collisions } from '../../changes/collisions.tsx';
import { between, betweenThere } from '../../changes/words.ts';
import { useShown } from './shown.ts';

/** When it is planned and was, what stands against that, and in spite of what it was let go on. */
export function Window({ change }: { change: ChangeView }) {
  const { plannedStart, plannedEnd, actualStart, actualEnd, overrides, client } = change;
  const reader = useReader();
  const shown = useShown('window');
  const now = useNow();
  const planned = { from: plannedStart ?? '', to: plannedEnd ?? '' };
  const there = plannedStart && plannedEnd ? betweenThere(planned, now, reader, client.timeZone) : null;
  return (
    <section aria-label="Window" {...shown}>
      <h2>Window</h2>
      {plannedStart && plannedEnd ? (
        <p className="f-plain">
          {between(planned, now, reader)}
          {there && (
            <>
              {' '}
              <span className="f-dim">({there})</span>
            </>
          )}
        </p>
      ) : (
        <p className="f-plain f-dim">Not planned yet.</p>
      )}
      {actualStart && (
        <p className="f-plain f-dim">
          Began <TimeAgo at={actualStart} long />
          {actualEnd && (
            <>
              , ended <TimeAgo at={actualEnd} long />
            </>
          )}
        </p>
      )}
      <Collisions change={change} />
      {overrides
        .filter(({ over }) => !over)
        .map((one) => (
          <p key={one.id} className="f-plain f-dim">
            {one.by ?? 'Somebody'} let it go on all the same: <bdi>{one.reason}</bdi>
            <br />
            What stood against it: <bdi>{one.against}</bdi>
          </p>
        ))}
    </section>
  );
}

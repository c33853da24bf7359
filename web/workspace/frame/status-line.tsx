import { Progress } from '@mantine/core';
import { onlineManager, useIsFetching, useMutationState } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { signedOutStore } from '#web/api/signed-out.ts';
import { activityStore } from '#web/ui/feedback/activity.ts';
import { IconWifiOff } from '#web/ui/icons.ts';
import { useStore } from '#web/ui/store.ts';
import { liveStore } from '../live/live.ts';
import { SampleProgress } from './sample-progress.tsx';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

/** What goes on in the background: long work with its progress, the connection, and a way to help. */
export function StatusLine() {
  const activities = useStore(activityStore);
  const live = useStore(liveStore);
  const online = useSyncExternalStore(subscribe, () => onlineManager.isOnline());
  const waiting = useMutationState({ filters: { predicate: ({ state }) => state.isPaused } }).length;
  const signedOut = useStore(signedOutStore);
  const reading = useIsFetching() > 0;
  return (
    <footer className="f-status-line">
      <div role="status" className="f-status-work">
        <SampleProgress />
        {(!online || live === 'lost') && !signedOut ? (
          <span className="f-offline">
            <IconWifiOff size={13} aria-hidden="true" /> No connection. You can go on reading;{' '}
            {waiting > 0 ? 'what you sent goes out when it is back.' : 'what you type is kept.'}
          </span>
        ) : (
          activities.map(({ id, label, done, total }) => (
            <span key={id} className="f-activity">
              {label}
              {done !== null && total !== null && total > 0 && (
                <>
                  <Progress value={(100 * done) / total} w={96} size="xs" aria-label={label} /> {done} of {total}
                </>
              )}
            </span>
          ))
        )}
      </div>
      <span className="f-dim" aria-hidden="true">
        {!online ? 'Offline' : reading ? 'Reading …' : live === 'on' ? 'Live' : ''}
      </span>
      <Link to="/guide/$topic" params={{ topic: 'start' }}>
        Guide
      </Link>
    </footer>
  );
}

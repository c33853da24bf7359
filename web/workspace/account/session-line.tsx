import { Badge, Button } from '@mantine/core';
import { deviceOf } from '#shared/device-words.ts';
import type { SessionView } from '#shared/identity.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

/** One place where somebody is signed in, and its end; the place one looks from has none, nor has any without `onEnd`. */
export function SessionLine({ session, onEnd }: { session: SessionView; onEnd?: () => void }) {
  const { userAgent, address, lastSeenAt, current } = session;
  return (
    <li>
      <div>
        {deviceOf(userAgent)} {current && <Badge>This one</Badge>}
        <div className="f-dim">
          {address} · last seen <TimeAgo at={lastSeenAt} long />
        </div>
      </div>
      {!current && onEnd && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`End the session on ${deviceOf(userAgent)}`}
          onClick={onEnd}
        >
          End
        </Button>
      )}
    </li>
  );
}

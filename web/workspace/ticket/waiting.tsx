import { Skeleton } from '@mantine/core';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';

/** A ticket that is on its way: each part where it will be, in its size. */
export function TicketWaiting() {
  return (
    <div className="f-ticket" data-talking role="status" aria-label="Loading the ticket">
      <div className="f-ticket-head">
        <Skeleton height={14} width={220} my={5} radius="sm" />
        <Skeleton height={18} width="60%" my={6} radius="sm" />
        <Skeleton height={14} width={320} my={7} radius="sm" />
      </div>
      <div className="f-ticket-talk">
        <div className="f-conversation">
          {[72, 96, 64].map((height) => (
            <Skeleton key={height} height={height} radius="md" className="f-message-waiting" />
          ))}
        </div>
        <div className="f-composer f-composer-waiting" />
      </div>
      <div className="f-side">
        <div className="f-panel">
          <SkeletonLines lines={9} label="Loading the details" />
        </div>
      </div>
    </div>
  );
}

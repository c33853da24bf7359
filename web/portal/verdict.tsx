import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PortalTicket } from '#shared/portal.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { faultOf } from './faults.ts';

const CHANGED = ['GET /portal/tickets/{idOrKey}', 'GET /portal/tickets'] as const;
/** What was refused was asked of something that is not so any more. */
const readAgain = () => Promise.all(CHANGED.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));

/** What was done, and the question whether it is solved. */
export function PortalVerdict({
  ticket,
  resolution,
}: {
  ticket: PortalTicket;
  resolution: NonNullable<PortalTicket['resolution']>;
}) {
  const [declining, setDeclining] = useState(false);
  const confirm = useDo('POST /portal/tickets/{idOrKey}/confirm', { failed: 'Not sent', refresh: CHANGED });
  const { can } = ticket;
  return (
    <section aria-label="Solution" className="f-portal-verdict">
      <p>
        <strong>{can.confirm ? 'Is it solved?' : 'Solved'}</strong> <TimeAgo at={resolution.at} long />
      </p>
      {resolution.note && <p className="f-portal-note">{resolution.note}</p>}
      {can.confirm && resolution.closesAt && (
        <p className="f-dim">
          Without an answer it is closed <TimeAgo at={resolution.closesAt} />.
        </p>
      )}
      {declining ? (
        <Decline ticket={ticket} onCancel={() => setDeclining(false)} />
      ) : (
        (can.confirm || can.decline) && (
          <div className="f-portal-buttons">
            {can.confirm && (
              <Button
                loading={confirm.isPending}
                onClick={() => confirm.mutate({ params: { idOrKey: ticket.id }, body: {} }, { onError: readAgain })}
              >
                Yes, it is solved
              </Button>
            )}
            {can.decline && (
              <Button variant="default" onClick={() => setDeclining(true)}>
                {can.confirm ? 'No, not yet' : 'It is not solved after all'}
              </Button>
            )}
          </div>
        )
      )}
    </section>
  );
}

function Decline({ ticket, onCancel }: { ticket: PortalTicket; onCancel(): void }) {
  const [reason, setReason] = useState('');
  const decline = useDo('POST /portal/tickets/{idOrKey}/decline', { failed: false, refresh: CHANGED });
  const fault = faultOf(decline.error, 'reason');
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        decline.mutate({ params: { idOrKey: ticket.id }, body: { reason: reason.trim() } });
      }}
    >
      <Textarea
        label="What is still wrong?"
        autoFocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        error={fault}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="f-portal-buttons">
        <Button type="submit" loading={decline.isPending} disabled={reason.trim() === ''}>
          Open it again
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

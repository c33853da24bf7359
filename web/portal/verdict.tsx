import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PortalTicket } from '#shared/portal.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { faultOf } from './faults.ts';
import { Say, t } from './words/t.ts';

const CHANGED = [
  'GET /portal/tickets/{idOrKey}',
  'GET /portal/tickets/{idOrKey}/rating',
  'GET /portal/tickets',
] as const;
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
  const confirm = useDo('POST /portal/tickets/{idOrKey}/confirm', { failed: t('common.notSent'), refresh: CHANGED });
  const { can } = ticket;
  return (
    <section aria-label={t('verdict.label')} className="f-portal-verdict">
      <p>
        <strong>{can.confirm ? t('verdict.ask') : t('verdict.solved')}</strong> <TimeAgo at={resolution.at} long />
      </p>
      {resolution.note && <p className="f-portal-note">{resolution.note}</p>}
      {can.confirm && resolution.closesAt && (
        <p className="f-dim">
          <Say it="verdict.closes" when={<TimeAgo at={resolution.closesAt} />} />
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
                {t('verdict.yes')}
              </Button>
            )}
            {can.decline && (
              <Button variant="default" onClick={() => setDeclining(true)}>
                {can.confirm ? t('verdict.notYet') : t('verdict.notAfterAll')}
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
        label={t('verdict.whatIsWrong')}
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
          {t('verdict.openAgain')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

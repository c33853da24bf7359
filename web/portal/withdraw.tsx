import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PortalTicket } from '#shared/portal.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { faultOf } from './faults.ts';
import { t } from './words/t.ts';

const CHANGED = [
  'GET /portal/tickets/{idOrKey}',
  'GET /portal/tickets/{idOrKey}/request',
  'GET /portal/tickets',
] as const;

/** Taking a request back before work on it begins; afterwards, what to do instead. */
export function PortalWithdraw({ ticket }: { ticket: PortalTicket }) {
  const [asking, setAsking] = useState(false);
  if (!ticket.can.withdraw) return <p className="f-dim">{t('withdraw.tooLate')}</p>;
  return asking ? (
    <Withdraw ticket={ticket} onCancel={() => setAsking(false)} />
  ) : (
    <div className="f-portal-buttons">
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('withdraw.begin')}
      </Button>
    </div>
  );
}

function Withdraw({ ticket, onCancel }: { ticket: PortalTicket; onCancel(): void }) {
  const [reason, setReason] = useState('');
  const withdraw = useDo('POST /portal/tickets/{idOrKey}/withdraw', { failed: t('common.notSent'), refresh: CHANGED });
  // What was refused was asked of something that is not so any more.
  const readAgain = () => Promise.all(CHANGED.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate({ params: { idOrKey: ticket.id }, body: { reason: reason.trim() } }, { onError: readAgain });
      }}
    >
      <Textarea
        label={t('withdraw.why')}
        description={t('withdraw.whatFollows')}
        autoFocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        error={faultOf(withdraw.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="f-portal-buttons">
        <Button type="submit" loading={withdraw.isPending}>
          {t('withdraw.doIt')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

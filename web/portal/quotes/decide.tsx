import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PortalQuoteRow } from '#shared/quote.ts';
import { useDo } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Part } from '#web/ui/load/part.tsx';
import { faultOf } from '../faults.ts';
import { t } from '../words/t.ts';
import { Sign } from './sign.tsx';
import { worthWords } from './words.ts';

const loadReason = () => import('../reason-form.tsx').then(({ ReasonForm }) => ReasonForm);
const CHANGED = ['GET /portal/quotes', 'GET /portal/quotes/{id}'] as const;
type Worth = Pick<PortalQuoteRow, 'once' | 'monthly' | 'currency'>;
type Props = { id: string; chosen: ReadonlySet<string>; worth: Worth };

/** Accepting a quote by a signature, or declining it with the reason. */
export function Decide({ id, chosen, worth }: Props) {
  const [doing, setDoing] = useState<'sign' | 'decline' | null>(null);
  if (doing === 'sign') return <Accept {...{ id, chosen, worth }} onCancel={() => setDoing(null)} />;
  if (doing === 'decline') return <Decline id={id} onCancel={() => setDoing(null)} />;
  return (
    <div className="f-portal-form">
      <div className="f-portal-buttons">
        <Button onClick={() => setDoing('sign')}>{t('quotes.accept')}</Button>
        <Button variant="default" onClick={() => setDoing('decline')}>
          {t('quotes.decline')}
        </Button>
      </div>
    </div>
  );
}

function Accept({ id, chosen, worth, onCancel }: Props & { onCancel(): void }) {
  const accept = useDo('POST /portal/quotes/{id}/accept', {
    failed: false,
    refresh: CHANGED,
    onDone: () => toast.done(t('quotes.thanks')),
  });
  return (
    <Sign
      consentTo={t('quotes.consent', { total: worthWords(worth) })}
      submit={t('quotes.sign')}
      isPending={accept.isPending}
      fault={accept.error}
      field="lineIds"
      onSign={(signed) => accept.mutate({ params: { id }, body: { ...signed, lineIds: [...chosen] } })}
      onCancel={onCancel}
    />
  );
}

function Decline({ id, onCancel }: { id: string; onCancel(): void }) {
  const decline = useDo('POST /portal/quotes/{id}/decline', { failed: false, refresh: CHANGED });
  return (
    <Part load={loadReason} waiting={<SkeletonLines lines={3} />}>
      {(ReasonForm) => (
        <ReasonForm
          {...{ label: t('quotes.why'), submit: t('quotes.declineIt'), least: 3, most: 1_000 }}
          busy={decline.isPending}
          fault={faultOf(decline.error, 'reason')}
          onSend={(reason) => decline.mutate({ params: { id }, body: { reason } })}
          onCancel={onCancel}
        />
      )}
    </Part>
  );
}

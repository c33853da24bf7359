import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PortalQuoteRow } from '#shared/quote.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { faultOf } from '../faults.ts';
import { t } from '../words/t.ts';
import { SignForm } from './sign-form.tsx';
import { worthWords } from './words.ts';

const CHANGED = ['GET /portal/quotes', 'GET /portal/quotes/{id}'] as const;
type Worth = Pick<PortalQuoteRow, 'once' | 'monthly' | 'currency'>;
type Props = { id: string; chosen: ReadonlySet<string>; worth: Worth };

/** Accepting a quote by a signature, or declining it with the reason. */
export function Decide({ id, chosen, worth }: Props) {
  const [doing, setDoing] = useState<'sign' | 'decline' | null>(null);
  if (doing === 'sign') return <Sign {...{ id, chosen, worth }} onCancel={() => setDoing(null)} />;
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

function Sign({ id, chosen, worth, onCancel }: Props & { onCancel(): void }) {
  const accept = useDo('POST /portal/quotes/{id}/accept', {
    failed: false,
    refresh: CHANGED,
    onDone: () => toast.done(t('quotes.thanks')),
  });
  return (
    <SignForm
      consentTo={t('quotes.consent', { total: worthWords(worth) })}
      submit={t('quotes.sign')}
      isPending={accept.isPending}
      fault={accept.error && faultOf(accept.error, 'lineIds')}
      onSign={(signed) => accept.mutate({ params: { id }, body: { ...signed, lineIds: [...chosen] } })}
      onCancel={onCancel}
    />
  );
}

function Decline({ id, onCancel }: { id: string; onCancel(): void }) {
  const [reason, setReason] = useState('');
  const decline = useDo('POST /portal/quotes/{id}/decline', { failed: false, refresh: CHANGED });
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        decline.mutate({ params: { id }, body: { reason: reason.trim() } });
      }}
    >
      <Textarea
        label={t('quotes.why')}
        autoFocus
        autosize
        minRows={2}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decline.error && <p role="alert">{faultOf(decline.error, 'reason')}</p>}
      <div className="f-portal-buttons">
        <Button type="submit" loading={decline.isPending} disabled={reason.trim().length < 3}>
          {t('quotes.declineIt')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

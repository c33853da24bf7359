import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuoteDetail } from '#shared/quote.ts';
import { QUOTE_STATE_WORDS } from '#shared/quote-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../../session/me.ts';
import { MAIL_STATES } from '../mail-states.ts';
import { money, shortDay } from '../money.ts';
import { QuoteForm } from './quote-form.tsx';
import { QuoteLines } from './quote-lines.tsx';
import { CameOf, SignedBy } from './signed.tsx';
import { QUOTES_TOUCHED } from './touched.ts';
import { marginWords } from './worth.ts';
import '../../clients/report/report.css';
import '../billing.css';

/** One quote: written while it is a draft; once sent, where it stands and what came of it. */
export default function QuotePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /quotes/{id}', { params: { id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Quote key={`${data.id} ${data.state}`} quote={data} />;
}

function Quote({ quote }: { quote: QuoteDetail }) {
  const can = useCan();
  const may = can('contract.manage');
  const isDraft = quote.state === 'draft';
  const [previewing, setPreviewing] = useState(false);
  return (
    <div className="f-report">
      <PageHead
        title={quote.title}
        actions={
          <>
            {may && <Moves quote={quote} />}
            {isDraft && (
              <Button variant="default" onClick={() => setPreviewing(true)}>
                As the client sees it
              </Button>
            )}
            <Button component="a" variant="default" href={`/api/v1/quotes/${quote.id}/pdf`} download>
              PDF
            </Button>
          </>
        }
      >
        <Link to="/billing/quotes">All quotes</Link>
      </PageHead>
      <PageBody>
        <Facts facts={factsOf(quote)} />
        {isDraft && may ? <QuoteForm quote={quote} /> : <Offer quote={quote} />}
        <CameOf quote={quote} />
        {quote.signature && <SignedBy signature={quote.signature} />}
      </PageBody>
      <Dialog title="As the client sees it" opened={previewing} onClose={() => setPreviewing(false)} size={860}>
        <Offer quote={quote} forClient />
      </Dialog>
    </div>
  );
}

/** What is offered, as it stands. */
function Offer({ quote, forClient = false }: { quote: QuoteDetail; forClient?: boolean }) {
  const { introduction, terms } = quote;
  return (
    <>
      {introduction && <p className="f-plain f-billing-words">{introduction}</p>}
      <Section title="What is offered">
        <QuoteLines quote={quote} forClient={forClient} />
      </Section>
      {terms && (
        <Section title="Terms">
          <p className="f-plain f-billing-words">{terms}</p>
        </Section>
      )}
    </>
  );
}

function factsOf(quote: QuoteDetail): [string, React.ReactNode][] {
  const {
    mailed,
    number,
    revision,
    revisions,
    client,
    contact,
    state,
    validUntil,
    once,
    monthly,
    currency,
    declineReason,
  } = quote;
  const others = revisions.filter(({ id }) => id !== quote.id);
  return [
    ['Number', `${number}${revision > 1 || others.length > 0 ? `, revision ${revision}` : ''}`],
    ['Client', <bdi key="client">{client.name}</bdi>],
    ['For', contact && <bdi key="contact">{contact.name}</bdi>],
    ['Stands at', QUOTE_STATE_WORDS[state]],
    ['Valid until', shortDay(validUntil)],
    ['Mailed to', mailed && `${mailed.address}, ${MAIL_STATES[mailed.state]}`],
    ['Declined because', declineReason && <bdi key="why">{declineReason}</bdi>],
    ['Once, with tax', money(once.total, currency)],
    ['Each month, with tax', money(monthly.total, currency)],
    ['Brings once, before tax', once.net > 0 && marginWords(once, currency)],
    ['Brings each month, before tax', monthly.net > 0 && marginWords(monthly, currency)],
    [
      'Other revisions',
      others.length > 0 &&
        others.map((one) => (
          <div key={one.id}>
            <Link to="/billing/quotes/$id" params={{ id: one.id }}>
              Revision {one.revision}
            </Link>
            , {QUOTE_STATE_WORDS[one.state].toLowerCase()}
          </div>
        )),
    ],
  ];
}

/** What can be done with it from where it stands. */
function Moves({ quote }: { quote: QuoteDetail }) {
  const { id, version, state, lines, contact } = quote;
  const navigate = useNavigate();
  const params = { id };
  const refresh = QUOTES_TOUCHED;
  const send = useDo('POST /quotes/{id}/send', {
    failed: 'Not sent',
    refresh,
    onDone: () => toast.done('Sent: the client finds it in the portal'),
  });
  const withdraw = useDo('POST /quotes/{id}/withdraw', { failed: 'Not withdrawn', refresh });
  const revise = useDo('POST /quotes/{id}/revisions', {
    failed: 'Not begun',
    refresh,
    onDone: (made) => void navigate({ to: '/billing/quotes/$id', params: { id: made.id } }),
  });
  const remove = useDo('DELETE /quotes/{id}', {
    failed: 'Not removed',
    refresh: ['GET /quotes'],
    onDone: () => void navigate({ to: '/billing/quotes' }),
  });
  const sure = async (title: string, body: string, action: string, then: () => void) => {
    if (await confirm({ title, body, action })) then();
  };
  if (state === 'draft')
    return (
      <>
        <Button
          disabled={lines.length === 0 || !contact}
          data-tip={lines.length === 0 ? 'Add a line first' : contact ? undefined : 'Say first for whom it is'}
          loading={send.isPending}
          onClick={() => send.mutate({ params, body: { version, mail: true } })}
        >
          Send it
        </Button>
        <Button
          variant="default"
          onClick={() =>
            void sure('Throw this draft away?', 'Nobody has seen it yet.', 'Throw it away', () =>
              remove.mutate({ params }),
            )
          }
        >
          Throw away…
        </Button>
      </>
    );
  return (
    <>
      {state !== 'accepted' && state !== 'superseded' && (
        <Button variant="default" loading={revise.isPending} onClick={() => revise.mutate({ params })}>
          New revision
        </Button>
      )}
      {state === 'sent' && (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() =>
            void sure('Withdraw this quote?', 'The client can accept it no more.', 'Withdraw it', () =>
              withdraw.mutate({ params, body: { version } }),
            )
          }
        >
          Withdraw…
        </Button>
      )}
    </>
  );
}

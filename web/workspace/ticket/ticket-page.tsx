import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useEffect, useLayoutEffect } from 'react';
import { ApiProblem } from '#web/api/problem.ts';
import { keyOf, queryClient, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { preloadEditor } from '#web/ui/text/editor.tsx';
import { useActionKeys } from '../actions/index.ts';
import { START } from '../frame/places.ts';
import { useBeingThere } from './being-there.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { TicketHead } from './head.tsx';
import { Merged } from './merged.tsx';
import { Side } from './side.tsx';
import { beginAt, useTabs } from './tabs.ts';
import { useFollow } from './use-follow.ts';
import { TicketWaiting } from './waiting.tsx';
import './ticket.css';

/** One ticket: what was said and done at the left, everything one needs to know at the right; on a narrow screen one after the other. */
export default function TicketPage() {
  const { key } = useParams({ from: '/workspace/tickets/$key' });
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const { data: ticket, error, refetch } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: key } });
  const { narrow, tab } = useTabs();
  useActionKeys(ticket ? [ticket] : []);
  useFollow(ticket);
  useBeingThere(ticket?.id);
  useShortcuts([
    {
      combo: 'escape',
      label: 'Back to where I came from',
      group: 'Ticket',
      // What was open in this tab before Fettle is none of its pages.
      run: () => (canGoBack ? router.history.back() : void navigate(START)),
    },
  ]);
  // While the ticket itself is still being read.
  useEffect(preloadEditor, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each ticket anew
  useLayoutEffect(() => {
    if (ticket) beginAt(ticket.kind);
  }, [ticket?.id]);
  useEffect(() => {
    // A moved ticket, or a key typed in small letters: the address is put right without a step in the history.
    if (!ticket || ticket.key === key) return;
    // It is known by that key at once, so that the page stands, and with it what is being written and has the focus.
    queryClient.setQueryData(keyOf('GET /tickets/{idOrKey}', { params: { idOrKey: ticket.key } }), ticket);
    void navigate({ to: '/tickets/$key', params: { key: ticket.key }, replace: true });
  }, [ticket, key, navigate]);
  // What went out of the reader's sight is not to stand there any longer; what is being written is kept by its ticket.
  const gone = error instanceof ApiProblem && error.status === 404;
  if (error && (!ticket || gone)) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!ticket) return <TicketWaiting />;
  const talking = !narrow || tab === 'conversation';
  return (
    <div className="f-ticket" data-talking={talking || undefined}>
      <TicketHead ticket={ticket} />
      <div className="f-ticket-talk">
        <Conversation key={ticket.id} ticket={ticket} />
        {ticket.mergedInto ? <Merged into={ticket.mergedInto} /> : <Composer key={ticket.id} ticket={ticket} />}
      </div>
      <Side ticket={ticket} />
    </div>
  );
}

import { Badge, Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposalView } from '#shared/problem.ts';
import { PROPOSAL_STATES, type ProposalState } from '#shared/problem-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconBug } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';
import { Advisories } from './advisories.tsx';
import { RejectForm, SnoozeForm } from './decide-forms.tsx';
import { Weeks } from './weeks.tsx';

const STATES: Readonly<Record<ProposalState, string>> = {
  open: 'To decide',
  snoozed: 'Put aside',
  accepted: 'Accepted',
  rejected: 'Rejected',
  faded: 'Not enough any more',
};
const CHOICES = PROPOSAL_STATES.map((value) => ({ value, label: STATES[value] }));
const TOUCHED = ['GET /problem-proposals', 'GET /problems'] as const;

/** Problems that what happened speaks for, the strongest first, each with its evidence. */
export function Proposals({ clientId }: { clientId: string | null }) {
  const can = useCan();
  const { at, go } = useAddress();
  const asked = at.get('state') ?? 'open';
  const state = (PROPOSAL_STATES as readonly string[]).includes(asked) ? (asked as ProposalState) : 'open';
  const { data, error, refetch } = useGet('GET /problem-proposals', {
    query: { state, ...(clientId ? { clientId } : {}) },
  });
  const look = useDo('POST /problem-proposals/look', {
    failed: 'Not begun',
    onDone: () => {
      toast.done('Looking; what is found stands here in a moment');
      setTimeout(() => void refetch(), 3_000);
    },
  });
  return (
    <PageBody>
      <div className="f-proposals-bar">
        <Select
          aria-label="Which proposals"
          data={CHOICES}
          value={state}
          allowDeselect={false}
          onChange={(next) => go({ state: next })}
        />
        {can('problem.manage') && (
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate({})}>
            Look now
          </Button>
        )}
        {data?.looked && (
          <span className="f-dim">
            Last looked <TimeAgo at={data.looked.at} said />
            {data.looked.incidents > 0 && `, at ${data.looked.incidents.toLocaleString('en')} incidents`}
          </span>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconBug} title={state === 'open' ? 'Nothing is proposed' : 'None of these'}>
          Once a day what happened is looked through for incidents that recur or rise, alerts that keep coming back, and
          what vendors warn of.
        </EmptyState>
      )}
      <ul className="f-proposals">
        {data?.items.map((one) => (
          <Proposal key={one.id} proposal={one} />
        ))}
      </ul>
      <Advisories />
    </PageBody>
  );
}

function Proposal({ proposal }: { proposal: ProposalView }) {
  const { client, title, evidence, weeks, incidents, strength, rises, state, snoozedUntil, reason } = proposal;
  const more = proposal.counted - incidents.length;
  return (
    <li>
      <header className="f-proposal-head">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {rises && <Badge color="yellow">Rising</Badge>}
        <span className="f-dim" title="How many times it has what is needed; twice that where it rises">
          {strength.toFixed(1)} ×
        </span>
      </header>
      <p className="f-dim f-plain">
        <bdi>{client.name}</bdi> · first proposed <TimeAgo at={proposal.firstAt} />
        {snoozedUntil && state === 'snoozed' && ` · put aside until ${dayWords(snoozedUntil)}`}
        {proposal.decidedBy && state !== 'open' && (
          <>
            {' · '}
            {STATES[state].toLowerCase()} by <bdi>{proposal.decidedBy}</bdi>
          </>
        )}
        {reason && (
          <>
            : <bdi>{reason}</bdi>
          </>
        )}
      </p>
      <div className="f-proposal-why">
        <Weeks weeks={weeks} />
        <ul>
          {evidence.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {incidents.length > 0 && (
        <details>
          <summary>The newest of its incidents</summary>
          <ul className="f-related">
            {incidents.map((one) => (
              <li key={one.id}>
                <Link to="/tickets/$key" params={{ key: one.key }}>
                  <span className="f-dim">{one.key}</span>
                  <bdi className="f-cut">{one.title}</bdi>
                  <span className="f-dim">
                    <TimeAgo at={one.createdAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {more > 0 && <p className="f-dim f-plain">and {more} more</p>}
        </details>
      )}
      {(state === 'open' || state === 'snoozed') && <Decide proposal={proposal} />}
    </li>
  );
}

function Decide({ proposal }: { proposal: ProposalView }) {
  const can = useCan();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'snooze' | 'reject' | null>(null);
  const accept = useDo('POST /problem-proposals/{id}/accept', {
    failed: 'Not opened',
    refresh: TOUCHED,
    onDone: ({ key }) => {
      toast.done(`${key} is open`);
      return navigate({ to: '/tickets/$key', params: { key } });
    },
  });
  if (!can('problem.manage')) return null;
  const close = () => setAsking(null);
  return (
    <div className="f-row-of-buttons">
      <Button
        size="compact-sm"
        loading={accept.isPending}
        onClick={() => accept.mutate({ params: { id: proposal.id }, body: {} })}
      >
        Open the problem
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking('snooze')}>
        Put aside…
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking('reject')}>
        Reject…
      </Button>
      <Dialog title="Put the proposal aside" opened={asking === 'snooze'} onClose={close}>
        {asking === 'snooze' && <SnoozeForm id={proposal.id} onClose={close} />}
      </Dialog>
      <Dialog title="Reject the proposal" opened={asking === 'reject'} onClose={close}>
        {asking === 'reject' && <RejectForm id={proposal.id} onClose={close} />}
      </Dialog>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { ApprovalView } from '#shared/approval.ts';
import { TimeAgo } from '../marks/time-ago.tsx';
import './approvals.css';

const STATES = {
  pending: 'Waits for a decision',
  approved: 'Approved',
  rejected: 'Rejected',
  expired: 'Expired',
  voided: 'Voided',
  dropped: 'No longer needed',
} as const satisfies Record<ApprovalView['state'], string>;
const STEPS = {
  waiting: 'has its turn later',
  open: 'is asked',
  approved: 'approved',
  rejected: 'rejected',
  dropped: 'not needed',
} as const satisfies Record<ApprovalView['steps'][number]['state'], string>;

type Voter = ApprovalView['steps'][number]['voters'][number];

/** Approvals with their steps, why each is asked, and who said what. `vote` offers a vote that the reader may cast, `instead` to ask somebody else. */
export function Approvals({
  approvals,
  vote,
  instead,
}: {
  approvals: readonly ApprovalView[];
  vote?: (voter: Voter) => ReactNode;
  instead?: (voter: Voter) => ReactNode;
}) {
  return (
    <ul className="f-approvals" aria-label="Approvals">
      {approvals.map((approval) => (
        <li key={approval.id} data-state={approval.state}>
          <p>
            <strong>{STATES[approval.state]}</strong> <TimeAgo at={approval.endedAt ?? approval.createdAt} />
            {approval.endedWhy && <span className="f-dim">: {approval.endedWhy}</span>}
          </p>
          <p className="f-dim">By {approval.why}.</p>
          <ol>
            {approval.steps.map((step) => (
              <li key={step.name} data-state={step.state}>
                <span>
                  <bdi>{step.name}</bdi> {STEPS[step.state]}
                  {step.state === 'open' && step.asked > 1 && (
                    <span className="f-dim">
                      {' '}
                      ({step.approvals} of {step.needed} needed have approved)
                    </span>
                  )}
                </span>
                <span className="f-dim">{step.why}</span>
                {step.state === 'open' && step.asked === 0 && <strong>There is nobody who could be asked.</strong>}
                {step.voters.length > 0 && (
                  <ul>
                    {step.voters.map((voter) => (
                      <li key={voter.id}>
                        <VoterLine voter={voter} />
                        {vote && voter.canVote && vote(voter)}
                        {instead && approval.state === 'pending' && step.state === 'open' && voter.vote === null
                          ? instead(voter)
                          : null}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

function VoterLine({ voter }: { voter: Voter }) {
  const said = voter.vote === null ? 'has not answered' : voter.vote === 'approve' ? 'approved' : 'rejected';
  return (
    <>
      <bdi>{voter.by ?? voter.name}</bdi>
      {voter.by && (
        <span>
          {' '}
          in place of <bdi>{voter.name}</bdi>
        </span>
      )}{' '}
      {said}
      {voter.at && (
        <>
          {' '}
          <TimeAgo at={voter.at} />
        </>
      )}{' '}
      <span className="f-dim">({voter.why})</span>
      {voter.comment && <q>{voter.comment}</q>}
    </>
  );
}

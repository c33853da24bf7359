import type { ReactNode } from 'react';
import type { ApprovalView } from '#shared/approval.ts';
import { colonIn } from '#shared/label-words.ts';
import { TimeAgo } from '../marks/time-ago.tsx';
import './approvals.css';
import { SayUi } from '../words/say.tsx';
import { ui, useHeard, useLanguage } from '../words/words.ts';
import { Decided } from './decided.tsx';

type Step = ApprovalView['steps'][number];
type Voter = Step['voters'][number];

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
  const heard = useHeard();
  const language = useLanguage();
  return (
    <ul className="f-approvals" aria-label={ui('approvals.label')}>
      {approvals.map((approval) => (
        <li key={approval.id} data-state={approval.state}>
          <p>
            <strong>{ui(`approvals.${approval.state}`)}</strong>
            {approval.endedAt ? ', ' : ' '}
            {approval.endedAt ? (
              <TimeAgo at={approval.endedAt} long />
            ) : (
              <SayUi it="approvals.since" when={<TimeAgo at={approval.createdAt} long />} />
            )}
            {approval.endedWhy && (
              <span className="f-dim">
                {colonIn(language)} {heard(approval.endedWhy)}
              </span>
            )}
          </p>
          {approval.endedWords && !approval.steps.some(({ voters }) => voters.length > 0) && (
            <q>{approval.endedWords}</q>
          )}
          <p className="f-dim">{ui('approvals.by', { why: heard(approval.why) })}</p>
          <ol>
            {approval.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps of a bundle may be called alike
              <li key={at} data-state={step.state}>
                <span>
                  <SayUi it={`approvals.step.${step.state}`} step={<bdi>{step.name}</bdi>} />
                  {step.state === 'open' && step.asked > 1 && (
                    <span className="f-dim">
                      {' '}
                      ({ui('approvals.of', { approvals: step.approvals, needed: step.needed })})
                    </span>
                  )}
                </span>
                <span className="f-dim">{heard(step.why)}</span>
                {step.state === 'open' && <StillNeeded step={step} />}
                {step.stuck && <strong>{ui('approvals.stuck')}</strong>}
                {step.state === 'open' && step.asked === 0 && <strong>{ui('approvals.nobody')}</strong>}
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

/** Who is left to decide in a step that needs more than one. */
function StillNeeded({ step }: { step: Step }) {
  const silent = step.voters.filter(({ vote }) => vote === null);
  const count = step.needed - step.approvals;
  if (step.needed < 2 || count < 1 || silent.length === 0) return null;
  return (
    <span className="f-dim">
      <SayUi it="approvals.stillNeeded" count={count} names={<bdi>{silent.map(({ name }) => name).join(', ')}</bdi>} />
    </span>
  );
}

function VoterLine({ voter }: { voter: Voter }) {
  const heard = useHeard();
  return (
    <>
      <Decided {...voter} /> <span className="f-dim">({heard(voter.why)})</span>
      {voter.comment && <q>{voter.comment}</q>}
      {voter.standIns.map((one) => (
        <span key={one.name} className="f-dim f-approvals-stand-in">
          {one.counts ? (
            <SayUi it="approvals.standsIn" who={<bdi>{one.name}</bdi>} until={<TimeAgo at={one.until} long />} />
          ) : (
            <SayUi it="approvals.standsInOnce" who={<bdi>{one.name}</bdi>} />
          )}
        </span>
      ))}
    </>
  );
}

import type { OpenVote } from '#shared/approval.ts';
import { formatMoney } from '#shared/money-words.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import '#web/ui/answers/answers.css';
import { dayWords } from '#web/ui/answers/day-words.ts';

/** What somebody is asked to decide: the thing, its cost, who wants it and why, and why they are asked. */
export function AskedFor({ vote }: { vote: OpenVote }) {
  const { subject, step } = vote;
  const facts: (readonly [string, string | null])[] = [
    ['Cost', subject.cost ? formatMoney(subject.cost) : 'Not said'],
    ['Asked by', subject.requester],
    ['For', subject.forWhom],
    ['Reason', subject.reason || null],
    ...subject.lines.map(({ label, value }) => [label, value] as const),
    ['Expected', subject.expectedOn ? dayWords(subject.expectedOn) : null],
  ];
  return (
    <>
      <dl>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      <p className="f-dim">
        You are asked as {step.name}
        {vote.inPlaceOf ? (
          <>
            {' '}
            in place of <bdi>{vote.inPlaceOf}</bdi>
          </>
        ) : (
          ` (${vote.why})`
        )}
        . By {vote.policy}: {step.why}.{step.asked > 1 && ` ${step.approvals} of ${step.needed} needed have approved.`}{' '}
        It expires <TimeAgo at={vote.expiresAt} />.
      </p>
    </>
  );
}

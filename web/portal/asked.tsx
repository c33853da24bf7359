import type { OpenVote } from '#shared/approval.ts';
import { ALWAYS_ASKED } from '#shared/approval-words.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import '#web/ui/answers/answers.css';
import { answerWords, dayWords } from '#web/ui/answers/day-words.ts';
import { moneyWords } from '#web/ui/answers/money.ts';
import { Decided } from '#web/ui/approvals/decided.tsx';
import { useHeard } from '#web/ui/words/words.ts';
import { Say, t } from './words/t.ts';

/** What somebody is asked to decide: the thing, its cost, who wants it and why, and why they are asked. */
export function AskedFor({ vote }: { vote: OpenVote }) {
  const { subject, step } = vote;
  const heard = useHeard();
  const facts: (readonly [string, string | null])[] = [
    [t('quote.cost'), subject.cost ? moneyWords(subject.cost) : t('quote.notSaid')],
    [t('asked.by'), subject.requester],
    [t('request.for'), subject.forWhom],
    [t('asked.reason'), subject.reason || null],
    ...subject.lines.map(({ label, value }) => [heard(label), answerWords(heard(value))] as const),
    [t('quote.expected'), subject.expectedOn ? dayWords(subject.expectedOn) : null],
  ];
  return (
    <>
      <dl>
        {facts.map(([name, value], at) =>
          value === null ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bundle says what it includes more than once, always in this order
            <div key={at}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      {vote.decided.length > 0 && (
        <ul className="f-plain" aria-label={t('asked.decided')}>
          {vote.decided.map((one) => (
            <li key={`${one.at} ${one.name}`}>
              <bdi>{one.step}</bdi>: <Decided {...one} />
            </li>
          ))}
        </ul>
      )}
      <p className="f-dim">
        {vote.inPlaceOf ? (
          <Say it="asked.inPlaceOf" step={step.name} whom={<bdi>{vote.inPlaceOf}</bdi>} />
        ) : (
          t('asked.asStep', { step: step.name, why: heard(vote.why) })
        )}{' '}
        {step.why === ALWAYS_ASKED
          ? t('asked.always', { policy: heard(vote.policy) })
          : t('asked.policy', { policy: heard(vote.policy), why: heard(step.why) })}
        {step.asked > 1 && ` ${t('approvals.of', { approvals: step.approvals, needed: step.needed })}.`}{' '}
        <Say it="asked.expires" when={<TimeAgo at={vote.expiresAt} long />} />
      </p>
    </>
  );
}

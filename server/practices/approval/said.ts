import type { Say } from '#platform/words/index.ts';
import type { ApprovalSubject, OpenVote } from '#shared/approval.ts';

/** An answer that was chosen, or several, in the reader's words; anything else as it was typed. */
function answerSaid(value: string, say: Say): string {
  const whole = say(value, 'item');
  const pieces = value.split(', ').map((piece) => [piece, say(piece, 'item')] as const);
  if (whole !== value || pieces.some(([piece, said]) => piece === said)) return whole;
  return pieces.map(([, said]) => said).join(', ');
}

/** What approval is asked for, in the reader's words. */
export const subjectSaid = <S extends ApprovalSubject>(subject: S, say: Say): S => ({
  ...subject,
  title: say(subject.title, 'item'),
  lines: subject.lines.map(({ label, value }) => ({ label: say(label, 'item'), value: answerSaid(value, say) })),
});

export const voteSaid = (vote: OpenVote, say: Say): OpenVote => ({
  ...vote,
  subject: subjectSaid(vote.subject, say),
  decided: vote.decided.map((one) => ({ ...one, step: say(one.step, 'item') })),
  step: { ...vote.step, name: say(vote.step.name, 'item') },
});

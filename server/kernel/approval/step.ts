import type { ApprovalStep, Vote } from './types.ts';

type Rules = Pick<ApprovalStep, 'quorum' | 'veto'>;

/**
 * How many of `asked` people have to approve. A number is meant: where fewer are asked, nobody approves alone what two have to. At least
 * one: a step with nobody to ask is approved by nobody.
 */
export function stepNeeds({ quorum }: Rules, asked: number): number {
  if (quorum === 'any') return 1;
  return quorum === 'all' ? Math.max(asked, 1) : Math.max(1, quorum);
}

/**
 * What the votes so far decide. The order of votes makes no difference as long as none is cast after a decision.
 * @param asked how many were asked; each votes once at most
 */
export function stepVerdict(rules: Rules, asked: number, votes: readonly Vote[]): 'open' | 'approved' | 'rejected' {
  const approvals = votes.filter((vote) => vote === 'approve').length;
  const rejections = votes.length - approvals;
  const needed = stepNeeds(rules, asked);
  if (rejections > 0 && (rules.veto || asked - rejections < needed)) return 'rejected';
  return approvals >= needed ? 'approved' : 'open';
}

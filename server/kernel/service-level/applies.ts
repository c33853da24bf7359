import type { ConditionValues } from '../conditions.ts';
import { type Fault, holds } from './conditions.ts';
import { BUILT_IN } from './defaults.ts';
import type { PlacedPolicy, TicketFacts } from './types.ts';

const RANK = { client: 0, group: 1, provider: 2, built_in: 3 } as const;

/** The policies in the order in which they are asked: the client's, its group's, the provider's; those of a service first. */
export function inOrder<P extends PlacedPolicy & { readonly position: number }>(policies: readonly P[]): P[] {
  const named = ({ terms }: PlacedPolicy) => (terms.serviceIds.length > 0 ? 0 : 1);
  return [...policies].sort(
    (a, b) =>
      RANK[a.level] - RANK[b.level] ||
      named(a) - named(b) ||
      a.position - b.position ||
      a.policyId.localeCompare(b.policyId),
  );
}

/**
 * Those of the policies (in their order) that apply to a ticket, and after them what is built in.
 * @param values is asked only where a policy has a condition
 * @param fault hears of a condition that could not be answered; its policy is passed over
 */
export function applying(
  policies: readonly PlacedPolicy[],
  facts: Pick<TicketFacts, 'kind' | 'service_id'>,
  values: () => ConditionValues,
  fault: (policy: PlacedPolicy, fault: Fault) => void = () => {},
): PlacedPolicy[] {
  return [...policies, BUILT_IN].filter(
    (policy) =>
      policy.terms.kinds.includes(facts.kind) &&
      (policy.terms.serviceIds.length === 0 ||
        (facts.service_id !== null && policy.terms.serviceIds.includes(facts.service_id))) &&
      (policy.terms.condition === '' || holds(policy.terms.condition, values(), (what) => fault(policy, what))),
  );
}

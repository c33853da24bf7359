import type { ApprovalTerms, Approver, Cost, JoinedApproval } from '../approval.ts';
import type { ConditionValues } from '../conditions.ts';
import {
  type Asking,
  askingOf,
  asks,
  fittingRules,
  type Rule,
  type RuleFault,
  type Ruling,
  type Stage,
} from './rules.ts';

/** A client that a change of the provider affects, as rules see it. */
export type AffectedClient = {
  readonly clientId: string;
  readonly values: ConditionValues;
  /** Of the people whom rules name, those of this client. */
  readonly contactIds: ReadonlySet<string>;
};
export type RulingOfParts = {
  readonly faults: readonly RuleFault[];
  /** What the provider's own people decide. */
  readonly own: Ruling['decision'];
  /** Of which clients people are asked about their part. */
  readonly parts: readonly {
    readonly clientId: string;
    readonly by: readonly string[];
    readonly joined: JoinedApproval;
  }[];
};

const isOfClient = ({ kind }: Approver): boolean => kind === 'contact' || kind === 'manager' || kind === 'role';

/** A policy with only some of those whom it asks; null where nobody is left. */
function narrowed(terms: ApprovalTerms, keeps: (approver: Approver) => boolean): ApprovalTerms | null {
  const steps = terms.steps
    .map((step) => ({ ...step, approvers: step.approvers.filter(keeps) }))
    .filter(({ approvers }) => approvers.length > 0);
  return steps.length === 0 ? null : { ...terms, steps };
}

const narrowAll = (asking: readonly Asking[], keeps: (approver: Approver) => boolean): Asking[] =>
  asking.flatMap(({ name, approval }) => {
    const terms = narrowed(approval, keeps);
    return terms === null ? [] : [{ name, approval: terms }];
  });

/**
 * Who decides about a change of the provider that affects several clients. Every rule that fits it as the provider's, or as a change of
 * one of these clients, asks its people: the provider's decide about the whole, and each client's about its own part. Nobody of the
 * provider is left out because a rule speaks of clients: where at the provider or at one of the clients no rule fits at all, whoever has
 * the authority is asked.
 */
export function ruleAboutParts(
  rules: readonly Rule[],
  stage: Stage,
  own: ConditionValues,
  affected: readonly AffectedClient[],
  cost: Cost | null,
): RulingOfParts {
  const places = affected.map((client) => ({ ...client, ...fittingRules(rules, stage, client.values) }));
  const ofProvider = fittingRules(rules, stage, own);
  const all = [ofProvider, ...places];
  const fitting = [...new Set(all.flatMap((place) => place.fitting))].toSorted(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  const faults = all.flatMap((place) => place.faults);
  const asking = narrowAll(askingOf(fitting), (approver) => !isOfClient(approver));
  const decided = asking.length === 0 && all.every((place) => place.fitting.length > 0);
  return {
    faults: faults.filter(({ ruleId }, at) => faults.findIndex((one) => one.ruleId === ruleId) === at),
    own: decided ? { does: 'authorise', by: fitting.map(({ name }) => name) } : asks(asking, cost),
    parts: places.flatMap(({ clientId, contactIds, fitting: here }) => {
      const theirs = narrowAll(
        askingOf(here),
        (approver) => isOfClient(approver) && (approver.kind !== 'contact' || contactIds.has(approver.id)),
      );
      if (theirs.length === 0) return [];
      const { by, joined } = asks(theirs, cost);
      return [{ clientId, by, joined }];
    }),
  };
}

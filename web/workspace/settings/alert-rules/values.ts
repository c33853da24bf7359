import type { AlertRuleTerms, AlertRuleView } from '#shared/alert.ts';

/** A rule as it is typed. */
export type RuleValues = {
  name: string;
  clientId: string | null;
  groupId: string | null;
  position: number | null;
  condition: string;
  does: AlertRuleTerms['outcome']['does'] | null;
  kind: string | null;
  teamId: string | null;
  impact: string | null;
  urgency: string | null;
  priority: string | null;
};

export const NEW: RuleValues = {
  ...{ name: '', clientId: null, groupId: null, position: null, condition: '', does: 'ticket' },
  ...{ kind: null, teamId: null, impact: null, urgency: null, priority: null },
};

const text = (value: number | undefined): string | null => (value === undefined ? null : String(value));

/** What of a rule is edited: its draft, else what is in force. */
export function valuesOf({ name, client, group, position, draft, terms }: AlertRuleView): RuleValues {
  const { condition, outcome } = draft ?? terms ?? { condition: '', outcome: { does: 'inbox' as const } };
  return {
    ...{ name, clientId: client?.id ?? null, groupId: group?.id ?? null, position, condition, does: outcome.does },
    ...{ kind: outcome.kind ?? null, teamId: outcome.teamId ?? null },
    ...{ impact: text(outcome.impact), urgency: text(outcome.urgency), priority: text(outcome.priority) },
  };
}

/** The terms that are typed; what a ticket is not told is left out. */
export function termsOf({ condition, does, kind, teamId, impact, urgency, priority }: RuleValues): AlertRuleTerms {
  const ticket =
    does === 'ticket'
      ? {
          ...(kind ? { kind: kind as 'incident' } : {}),
          ...(teamId ? { teamId } : {}),
          ...(impact ? { impact: Number(impact) } : {}),
          ...(urgency ? { urgency: Number(urgency) } : {}),
          ...(priority ? { priority: Number(priority) } : {}),
        }
      : {};
  return { condition: condition.trim(), outcome: { does: does ?? 'inbox', ...ticket } };
}

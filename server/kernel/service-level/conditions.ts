import type { CompiledCondition, ConditionValues } from '../conditions.ts';
import { compileCondition, evaluateCondition } from '../conditions.ts';
import type { TicketFacts } from './types.ts';
import { SLA_VARIABLES } from './variables.ts';

/** Names that stand behind a ticket's ids. */
export type Surroundings = {
  readonly category: string | null;
  readonly team: string | null;
  readonly vip: boolean;
  readonly client: {
    readonly name: string;
    readonly code: string;
    readonly group: string | null;
    readonly country: string;
    readonly region: string;
  };
  readonly service: string | null;
};

/** A ticket as conditions see it. */
export function conditionValues(facts: TicketFacts, around: Surroundings): ConditionValues {
  return {
    ticket: {
      kind: facts.kind,
      status: facts.status,
      statusCategory: facts.status_category,
      holdReason: facts.hold_reason,
      priority: facts.priority,
      impact: facts.impact,
      urgency: facts.urgency,
      source: facts.source,
      tags: facts.tags,
      category: around.category,
      team: around.team,
      assigned: facts.assignee_id !== null,
      answered: facts.first_response_at !== null,
      vip: around.vip,
    },
    client: around.client,
    service: { name: around.service },
  };
}

const compiled = new Map<string, CompiledCondition>();
const MOST = 2_000;

/** A condition read once, however often it is asked. */
export function slaCondition(text: string, path = 'condition'): CompiledCondition {
  const key = `${path} ${text}`;
  let known = compiled.get(key);
  if (!known) {
    if (compiled.size >= MOST) compiled.clear();
    known = compileCondition(text, SLA_VARIABLES, path);
    compiled.set(key, known);
  }
  return known;
}

export type Fault = { readonly text: string; readonly error: string };

/** Whether a condition holds; one that is empty does, one that fails does not, and says so. */
export function holds(text: string, values: ConditionValues, fault: (fault: Fault) => void): boolean {
  if (text === '') return true;
  const read = slaCondition(text);
  if (!read.ok) {
    fault({ text, error: read.errors[0]?.message ?? 'cannot be read' });
    return false;
  }
  const answer = evaluateCondition(read.condition, values);
  if (answer.ok) return answer.value;
  fault({ text, error: answer.error });
  return false;
}

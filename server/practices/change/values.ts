import type { ConditionValues } from '#kernel/conditions.ts';
import type { Reach } from './risk.ts';
import type { ChangeRow } from './rows.ts';

type OfChange = Pick<ChangeRow, 'type' | 'risk_level' | 'outage' | 'cost_minor' | 'reach'>;
export type Around = {
  readonly title: string;
  readonly model: string;
  readonly code: string;
  readonly client: string;
  readonly group: string | null;
  readonly importance: string;
};

/** SQL of what else conditions speak of, over `tickets t`, `changes c`. */
export const AROUND_COLUMNS = `t.title, m.name as model, k.code, k.name as client, g.name as "group", k.importance`;
export const AROUND_JOINS = `join tickets t on t.client_id = c.client_id and t.id = c.ticket_id join change_models m on m.id = c.model_id
  join clients k on k.id = c.client_id left join client_groups g on g.id = k.group_id`;

/** What the condition of a rule sees of a change. */
export function valuesOf(change: OfChange, around: Around): ConditionValues {
  const { services = [], importance = null, items = 0, dependents = 0 } = change.reach as Partial<Reach>;
  return {
    change: {
      ...{ type: change.type, model: around.model, title: around.title, risk: change.risk_level },
      outage: change.outage,
      cost: change.cost_minor === null ? null : change.cost_minor / 100,
      ...{ services, importance, items, dependents },
    },
    client: { code: around.code, name: around.client, group: around.group, importance: around.importance },
  };
}

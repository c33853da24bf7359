import { DEFAULT_PRIORITY_RULES, decidePriority, type Level, type PriorityMatrix } from '#kernel/priority.ts';
import type { ClientSpec } from '../world/client-spec.ts';

/** The priority that the desk will give a ticket: by the client's own grid where it has one. */
export function priorityOf(client: ClientSpec, impact: Level, urgency: Level, vip: boolean): number {
  const matrix = (client.matrix as PriorityMatrix | undefined) ?? DEFAULT_PRIORITY_RULES.matrix;
  return decidePriority({ impact, urgency, vip }, { ...DEFAULT_PRIORITY_RULES, matrix }).priority;
}

import { decidePriority, type Level, type PriorityRules } from '#kernel/priority.ts';
import { useGet } from '#web/api/use.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';

/** The priority that impact and urgency give for this client, as it will be decided, with its reason. */
export function PriorityPreview({
  clientId,
  impact,
  urgency,
  vip,
}: {
  clientId: string | null;
  impact: Level;
  urgency: Level;
  vip: boolean;
}) {
  const settings = useGet('GET /settings', { query: clientId ? { clientId } : {} }, { staleTime: 60_000 });
  const rules = settings.data?.items.find(({ key }) => key === 'ticket.priority')?.value as PriorityRules | undefined;
  if (!rules) return null;
  const { priority, why } = decidePriority({ impact, urgency, vip }, rules);
  return (
    <p className="f-priority-preview" role="status">
      <PriorityMark priority={priority} named />
      <span className="f-dim">{why.sentence}</span>
    </p>
  );
}

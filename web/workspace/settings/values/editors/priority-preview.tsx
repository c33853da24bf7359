import { SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { decidePriority, type Level, type PriorityRules } from '#kernel/priority.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';

const LEVELS = [
  { value: '1', label: 'High' },
  { value: '2', label: 'Medium' },
  { value: '3', label: 'Low' },
];

/** What a ticket would get, decided by the very rule that decides tickets. */
export function PriorityPreview({ value }: { value: PriorityRules }) {
  const [impact, setImpact] = useState('2');
  const [urgency, setUrgency] = useState('2');
  const [vip, setVip] = useState(false);
  const { priority, why } = decidePriority(
    { impact: Number(impact) as Level, urgency: Number(urgency) as Level, vip },
    value,
  );
  return (
    <div className="f-preview">
      <span className="f-legend" aria-hidden="true">
        Impact
      </span>
      <SegmentedControl aria-label="Impact" data={LEVELS} value={impact} onChange={setImpact} fullWidth />
      <span className="f-legend" aria-hidden="true">
        Urgency
      </span>
      <SegmentedControl aria-label="Urgency" data={LEVELS} value={urgency} onChange={setUrgency} fullWidth />
      <Switch label="The requester is a VIP" checked={vip} onChange={(event) => setVip(event.currentTarget.checked)} />
      <div className="f-preview-answer" role="status">
        <PriorityMark priority={priority} named />
        <div className="f-dim">{why.sentence}</div>
      </div>
    </div>
  );
}

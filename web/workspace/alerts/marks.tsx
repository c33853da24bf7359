import { Badge } from '@mantine/core';
import type { AlertRow } from '#shared/alert.ts';
import { LevelShape } from '#web/ui/marks/priority-mark.tsx';
import { STATES, severityName } from './words.ts';

/** How grave an alert is, by shape and word first. */
export function SeverityMark({ severity }: { severity: number }) {
  return (
    <span className="f-alert-severity f-priority" data-priority={severity}>
      <LevelShape level={severity} />
      <span>{severityName(severity)}</span>
    </span>
  );
}

/** Where an alert stands. */
export function AlertBadge({ alert }: { alert: Pick<AlertRow, 'state'> }) {
  const { name, colour } = STATES[alert.state];
  return <Badge color={colour}>{name}</Badge>;
}

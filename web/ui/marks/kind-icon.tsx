import type { TicketKind } from '#shared/vocabulary.ts';
import { IconBolt, IconBug, IconPackage, IconReplace, IconSquareCheck } from '../icons.ts';

const KINDS = {
  incident: { icon: IconBolt, name: 'Incident' },
  request: { icon: IconPackage, name: 'Request' },
  problem: { icon: IconBug, name: 'Problem' },
  change: { icon: IconReplace, name: 'Change' },
  task: { icon: IconSquareCheck, name: 'Task' },
} as const;

export const kindName = (kind: TicketKind): string => KINDS[kind].name;

/** What kind of work a ticket is, as an icon with its name for screen readers and on hover. */
export function KindIcon({ kind, size = 16 }: { kind: TicketKind; size?: number }) {
  const { icon: Icon, name } = KINDS[kind];
  return (
    <span className="f-kind" data-tip={name}>
      <Icon size={size} stroke={1.6} aria-hidden="true" className="f-icon" />
      <span className="f-hidden">{name}</span>
    </span>
  );
}

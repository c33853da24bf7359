import { Popover, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { CalendarChange } from '#shared/change-schedule.ts';
import { IconAlertTriangle } from '#web/ui/icons.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { CollisionLines } from './collision-lines.tsx';
import { between, isHeldBack, RISK_NAMES, spoken, TYPE_NAMES } from './words.ts';

type Props = {
  change: CalendarChange;
  style?: CSSProperties;
  className: string;
  /** Instead of the time at which it begins. */
  when?: string;
};

/** A change on a calendar; what it is and what it collides with opens at a press. */
export function ChangeCard({ change, style, className, when }: Props) {
  const reader = useReader();
  const now = Date.now();
  const hits = change.collisions.length > 0;
  return (
    <Popover width={340} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={className}
          style={style}
          title={`${change.key} ${change.title}${spoken(change, now, reader)}`}
          data-state={change.statusCategory}
          data-collides={hits || undefined}
          data-held={isHeldBack(change) || undefined}
        >
          <span className="f-change-when">
            {hits && <IconAlertTriangle size={12} aria-hidden="true" />}
            {when ?? timeOfDay(change.from, reader)} <span className="f-mono">{change.key}</span>
          </span>
          <bdi className="f-change-title">{change.title}</bdi>
          <span className="f-hidden">{spoken(change, now, reader)}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={change.key}>
        <ChangeFacts change={change} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is told of a change: when, whose, by whom, how risky, what it touches, and what stands against it. */
export function ChangeFacts({ change }: { change: CalendarChange }) {
  const reader = useReader();
  const { client, type, risk, team, people, items, outage, collisions } = change;
  const who = [...people, ...(team ? [team] : [])].map(({ name }) => name).join(', ');
  return (
    <div className="f-change-facts">
      <Link to="/tickets/$key" params={{ key: change.key }}>
        <span className="f-mono">{change.key}</span> <bdi>{change.title}</bdi>
      </Link>
      <div>{between(change, Date.now(), reader)}</div>
      <div className="f-dim">
        <bdi>{client.name}</bdi> · {TYPE_NAMES[type]} · {risk === null ? 'Risk not assessed' : RISK_NAMES[risk - 1]}
        {outage && ' · people are without it'}
      </div>
      {who && (
        <div className="f-dim">
          By <bdi>{who}</bdi>
        </div>
      )}
      {items.length > 0 && (
        <div className="f-dim">
          Touches <bdi>{items.map(({ name }) => name).join(', ')}</bdi>
        </div>
      )}
      <CollisionLines collisions={collisions} />
    </div>
  );
}

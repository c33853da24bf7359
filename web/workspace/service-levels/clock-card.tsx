import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { BoardClock } from '#shared/sla-board.ts';
import { duration } from '#web/ui/marks/duration.ts';
import { useEverySecond } from '#web/ui/marks/now.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { countdown, faceOf } from './countdown.ts';

type Props = {
  clock: BoardClock;
  /** When the board was read, by the server's clock. */
  readAt: string;
  /** How far the server's clock is ahead of this computer's, in ms. */
  ahead: number;
};

/** One clock of a ticket. Only its countdown moves by itself. */
export const ClockCard = memo(function ClockCard({ clock, readAt, ahead }: Props) {
  const { ticketId, key, title, client, priority, target, name, team, assignee } = clock;
  const who = assignee?.name ?? team?.name ?? 'Nobody';
  return (
    <li>
      <Link to="/tickets/$key" params={{ key }} className="f-card f-clock-card" data-card={`${ticketId} ${target}`}>
        <span className="f-card-line f-dim">
          <span>{key}</span>
          <bdi className="f-cut">{client.name}</bdi>
        </span>
        <bdi className="f-card-title">{title}</bdi>
        <span className="f-card-line">
          <PriorityMark priority={priority} />
          <span className="f-cut f-clock-name">{name}</span>
          {assignee && <Avatar name={assignee.name} label="" />}
          <bdi className="f-cut f-dim f-clock-who">{who}</bdi>
        </span>
        <span className="f-card-line f-clock-time">
          <SlaRing clock={faceOf(clock, readAt)} bare />
          <Left clock={clock} ahead={ahead} />
        </span>
      </Link>
    </li>
  );
});

function Left({ clock, ahead }: Pick<Props, 'clock' | 'ahead'>) {
  const reader = useReader();
  const at = (iso: string) => dayAndTime(iso, Date.now(), reader);
  const { state, dueAt, holdUntil, pauseReason, targetSeconds, consumedSeconds } = clock;
  if (state !== 'paused' && dueAt) return <Ticking dueAt={Date.parse(dueAt)} ahead={ahead} />;
  const left = targetSeconds - consumedSeconds;
  return (
    <span className="f-clock-wait">
      <span aria-hidden="true">{left < 0 ? `−${duration(left)}` : `${duration(left)} of working time left`}</span>
      <span className="f-dim">
        {pauseReason?.replaceAll('_', ' ')}
        {holdUntil && ` until ${at(holdUntil)}`}
        {holdUntil && dueAt && `, then due ${at(dueAt)}`}
      </span>
    </span>
  );
}

/** To the second, for the eye; the ring beside it says the same in words to those who do not see it. */
function Ticking({ dueAt, ahead }: { dueAt: number; ahead: number }) {
  const text = useEverySecond((now) => countdown(dueAt, now + ahead));
  return (
    <span aria-hidden="true" className="f-countdown" data-over={text.startsWith('−') || undefined}>
      {text}
    </span>
  );
}

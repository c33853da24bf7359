import { Button, Menu, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { IconDots, IconEye } from '#web/ui/icons.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { ACTION_RULES, type Action, ask, NAMES, useAllowed } from '../actions/index.ts';
import { useMayRaise } from '../changes/raise.tsx';
import { useStatusName } from '../desk/names.ts';
import { ProjectOfTicket } from '../projects/of-ticket.tsx';
import { useCan } from '../session/me.ts';
import { Announced } from './announced.tsx';
import { Assignee } from './assignee.tsx';
import { NextOfChange } from './change/next.tsx';
import { CopyKey } from './copy-key.tsx';
import { NextButtons } from './next/next-buttons.tsx';
import { nobodyWords } from './nobody.ts';
import { Paging } from './paging.tsx';
import { Presence } from './presence.tsx';
import { NextOfProblem } from './problem/next.tsx';
import { RaiseFromTicket } from './raise-change.tsx';
import { openTab } from './tabs.ts';
import { Title } from './title.tsx';
import { useWatching } from './use-watching.ts';
import { Wholes } from './wholes.tsx';

const MORE: readonly Action[] = [
  'macro',
  'escalate',
  'page',
  'merge',
  'parent',
  'link',
  'tag',
  'split',
  'move',
  'major',
];

/** What it is, who asks, where it stands, who else looks at it, and what can be done. Each fact is the way to change it. */
export function TicketHead({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const allowed = useAllowed();
  const statusName = useStatusName();
  const watch = useWatching(ticket);
  const mayRaise = useMayRaise();
  const [raising, setRaising] = useState(false);
  return (
    <header className="f-ticket-head">
      <title>{`${ticket.key} ${ticket.title} · Fettle`}</title>
      <div className="f-ticket-line">
        <KindIcon kind={ticket.kind} />
        <CopyKey ticketKey={ticket.key} />
        <Link to="/clients/$id" params={{ id: ticket.client.id }} className="f-ticket-client f-cut">
          <bdi>{ticket.client.name}</bdi>
        </Link>
        <PersonChip name={ticket.requester?.name} vip={ticket.requester?.vip ?? false} nobody={nobodyWords(ticket)} />
        <Presence ticket={ticket} />
        <span className="f-ticket-buttons">
          <Next ticket={ticket} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" size="compact-sm" aria-label="More actions">
                <IconDots size={16} aria-hidden="true" />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {watch && (
                <Menu.Item leftSection={<IconEye size={15} aria-hidden="true" />} onClick={watch.toggle}>
                  {watch.on ? 'Stop watching' : 'Watch'}
                </Menu.Item>
              )}
              {MORE.filter((action) => allowed(action)).map((action) => (
                <Menu.Item
                  key={action}
                  onClick={() => ask(action, [ticket])}
                  rightSection={ACTION_RULES[action].combo && <Keys combo={ACTION_RULES[action].combo} />}
                >
                  {NAMES[action]}
                </Menu.Item>
              ))}
              {can('announcement.manage') && (
                <Menu.Item component={Link} to="/announcements/new" search={{ ticket: ticket.key } as never}>
                  Announce it
                </Menu.Item>
              )}
              {mayRaise && ['incident', 'request'].includes(ticket.kind) && (
                <Menu.Item onClick={() => setRaising(true)}>Raise a change</Menu.Item>
              )}
              <Menu.Item onClick={() => window.print()}>Print</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      <Title key={ticket.id} ticket={ticket} editable={can('ticket.update')} />
      <div className="f-ticket-facts">
        <Change label="Status" allowed={can('ticket.transition')} onClick={() => ask('status', [ticket])}>
          <StatusBadge name={statusName(ticket)} category={ticket.statusCategory} />
        </Change>
        <Change label="Priority" allowed={can('ticket.update')} onClick={() => ask('priority', [ticket])}>
          <PriorityMark priority={ticket.priority} named />
        </Change>
        <Change label="Assignee" allowed={can('ticket.assign')} onClick={() => ask('assign', [ticket])}>
          <Assignee assignee={ticket.assignee} nobody="Nobody yet" />
          {ticket.team && <bdi className="f-dim f-cut">{ticket.team.name}</bdi>}
        </Change>
        {ticket.clock && (
          <Change label="SLA" allowed onClick={() => openTab('sla')}>
            <SlaRing clock={ticket.clock} named />
          </Change>
        )}
      </div>
      <Paging ticket={ticket} />
      <Wholes ticket={ticket} />
      <ProjectOfTicket ticket={ticket} />
      <Announced ticket={ticket} />
      <RaiseFromTicket ticket={ticket} opened={raising} onClose={() => setRaising(false)} />
    </header>
  );
}

/** What is to be done next: of kinds that know no more, resolving it. */
function Next({ ticket }: { ticket: TicketView }) {
  if (ticket.kind === 'problem') return <NextOfProblem ticket={ticket} />;
  if (ticket.kind === 'change') return <NextOfChange ticket={ticket} />;
  return <NextButtons ticket={ticket} next={null} resolves={false} />;
}

type ChangeProps = { label: string; allowed: boolean; onClick(): void; children: ReactNode };

/** A fact of the title line that opens what changes it. */
function Change({ label, allowed, onClick, children }: ChangeProps) {
  if (!allowed) return <span className="f-ticket-fact">{children}</span>;
  return (
    <UnstyledButton className="f-ticket-fact" onClick={onClick}>
      <span className="f-hidden">{label}: </span>
      {children}
    </UnstyledButton>
  );
}

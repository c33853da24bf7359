import { Button, Menu, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { IconDots } from '#web/ui/icons.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { type Action, ask, NAMES, refreshTickets } from '../actions/index.ts';
import { useStatusName } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { Presence } from './presence.tsx';

const MORE: readonly Action[] = ['priority', 'escalate', 'merge', 'parent', 'link', 'tag'];

/** The title line: what it is, where it stands, who else looks at it, and what can be done. */
export function TicketHead({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const statusName = useStatusName();
  const resolve = ticket.transitions.find(({ to }) => to === 'resolved');
  return (
    <header className="f-ticket-head">
      <title>{`${ticket.key} ${ticket.title} · Fettle`}</title>
      <div className="f-ticket-line">
        <KindIcon kind={ticket.kind} />
        <span className="f-dim">{ticket.key}</span>
        <PriorityMark priority={ticket.priority} named />
        <StatusBadge name={statusName(ticket)} category={ticket.statusCategory} />
        <Presence ticket={ticket} />
        <span className="f-ticket-buttons">
          {can('ticket.assign') && (
            <Button variant="default" size="compact-sm" onClick={() => ask('assign', [ticket])}>
              Assign
            </Button>
          )}
          {can('ticket.transition') && (
            <Button variant="default" size="compact-sm" onClick={() => ask('status', [ticket])}>
              Status
            </Button>
          )}
          {resolve && (
            <Button size="compact-sm" onClick={() => ask('resolve', [ticket])}>
              Resolve
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" size="compact-sm" aria-label="More actions">
                <IconDots size={16} aria-hidden="true" />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {MORE.map((action) => (
                <Menu.Item key={action} onClick={() => ask(action, [ticket])}>
                  {NAMES[action]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      <Title ticket={ticket} editable={can('ticket.update')} />
    </header>
  );
}

/** The title, which becomes a field when pressed. */
function Title({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  const [text, setText] = useState<string | null>(null);
  const save = useDo('PATCH /tickets/{idOrKey}', { failed: 'The title was not saved', onDone: refreshTickets });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket or a saved title ends the editing
  useEffect(() => setText(null), [ticket.id, ticket.title]);
  if (text === null) {
    return (
      <h1>
        {editable ? (
          <button
            type="button"
            className="f-ticket-title"
            onClick={() => setText(ticket.title)}
            data-tip="Change the title"
          >
            <bdi>{ticket.title}</bdi>
          </button>
        ) : (
          <bdi>{ticket.title}</bdi>
        )}
      </h1>
    );
  }
  const finish = () => {
    const title = text.trim();
    if (title === '' || title === ticket.title) return setText(null);
    save.mutate({ params: { idOrKey: ticket.id }, body: { version: ticket.version, title } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape') setText(null);
  };
  return (
    <TextInput
      aria-label="Title"
      value={text}
      maxLength={300}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={finish}
      autoFocus
    />
  );
}

import { Tabs } from '@mantine/core';
import type { TicketView } from '#shared/ticket.ts';
import { useStrip } from '#web/ui/frame/use-strip.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useSoon } from '#web/ui/load/use-soon.ts';
import { useCan } from '../session/me.ts';
import { useFitting } from './articles/use-fitting.ts';
import { ChangePanel } from './change/change-panel.tsx';
import { Details } from './details.tsx';
import { Devices } from './devices.tsx';
import { History } from './history.tsx';
import { People } from './people.tsx';
import { ProblemPanel } from './problem/problem-panel.tsx';
import { Related } from './related.tsx';
import { RequestPanel } from './request/request-panel.tsx';
import { SlaPanel } from './sla/sla-panel.tsx';
import { useTabs } from './tabs.ts';
import { Tasks } from './tasks.tsx';
import { TimePanel } from './time-panel.tsx';

/** In their order, for the keys that turn them. */
const TABS = [
  'details',
  'problem',
  'change',
  'people',
  'request',
  'sla',
  'related',
  'devices',
  'tasks',
  'time',
  'history',
];

/** Everything one needs to know beside the conversation. */
export function Side({ ticket }: { ticket: TicketView }) {
  const { narrow, tab: wanted, open } = useTabs();
  const isRequest = ticket.kind === 'request';
  const isProblem = ticket.kind === 'problem';
  const isChange = ticket.kind === 'change';
  const mayEstate = useCan()('estate.read');
  // The tab that was open last may be one that this ticket has not.
  const lacks = (one: string) =>
    (one === 'request' && !isRequest) ||
    (one === 'problem' && !isProblem) ||
    (one === 'change' && !isChange) ||
    (one === 'devices' && !mayEstate);
  const tab = lacks(wanted) ? 'details' : wanted;
  const tabs = TABS.filter((one) => !lacks(one));
  const soon = useSoon();
  const strip = useStrip<HTMLDivElement>(tab);
  const undone = ticket.checklist.filter(({ doneAt }) => doneAt === null).length;
  const related = ticket.children.length + ticket.links.length + ticket.mergedFrom.length + (ticket.parent ? 1 : 0);
  const fitting = useFitting(ticket.id);
  const turn = (by: number) => open(tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? 'details');
  useShortcuts([
    { combo: ',', label: 'Previous tab beside', group: 'Ticket', run: () => turn(-1) },
    { combo: '.', label: 'Next tab beside', group: 'Ticket', run: () => turn(1) },
  ]);
  return (
    <aside className="f-side" aria-label="About this ticket">
      <Tabs value={tab} onChange={(next) => next && open(next)}>
        <Tabs.List ref={strip} className="f-strip" aria-label="About this ticket">
          {narrow && <Tabs.Tab value="conversation">Conversation</Tabs.Tab>}
          <Tabs.Tab value="details">Details</Tabs.Tab>
          {isProblem && <Tabs.Tab value="problem">Problem</Tabs.Tab>}
          {isChange && <Tabs.Tab value="change">Change</Tabs.Tab>}
          <Tabs.Tab value="people">People</Tabs.Tab>
          {isRequest && <Tabs.Tab value="request">Request</Tabs.Tab>}
          <Tabs.Tab value="sla">SLA</Tabs.Tab>
          <Tabs.Tab value="related">
            Related
            <Count of={related + fitting} />
          </Tabs.Tab>
          {mayEstate && <Tabs.Tab value="devices">Device</Tabs.Tab>}
          <Tabs.Tab value="tasks">
            Tasks
            <Count of={undone} />
          </Tabs.Tab>
          <Tabs.Tab value="time">Time</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        {/* The conversation itself stands in the page; its tab only brings it to sight. */}
        {narrow && <Tabs.Panel value="conversation">{null}</Tabs.Panel>}
        <Tabs.Panel value="details">{soon && <Details ticket={ticket} />}</Tabs.Panel>
        {isProblem && (
          <Tabs.Panel value="problem">
            <ProblemPanel ticket={ticket} />
          </Tabs.Panel>
        )}
        {isChange && (
          <Tabs.Panel value="change">
            <ChangePanel ticket={ticket} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="people">
          <People ticket={ticket} />
        </Tabs.Panel>
        {isRequest && (
          <Tabs.Panel value="request">
            <RequestPanel ticket={ticket} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="sla">
          <SlaPanel ticket={ticket} />
        </Tabs.Panel>
        <Tabs.Panel value="related">
          <Related ticket={ticket} />
        </Tabs.Panel>
        {mayEstate && (
          <Tabs.Panel value="devices">
            <Devices ticket={ticket} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="tasks">
          <Tasks ticket={ticket} />
        </Tabs.Panel>
        <Tabs.Panel value="time">
          <TimePanel ticket={ticket} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History ticket={ticket} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function Count({ of }: { of: number }) {
  return of > 0 ? <span className="f-tab-count">{of}</span> : null;
}

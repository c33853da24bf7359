import { Button } from '@mantine/core';
import type { PageView } from '#shared/escalation.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { useCan } from '../session/me.ts';

/** While people are called for the ticket: whom, how far it has got, what comes next; and the way to say that one has it. */
export function Paging({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /tickets/{idOrKey}/pages', { params: { idOrKey: ticket.id } });
  const open = data?.items.filter(({ state }) => state === 'paging' || state === 'exhausted') ?? [];
  // Who was called in vain is worth a card until somebody acknowledges, the ticket is done with, or it is called anew.
  const shown = ticket.statusCategory === 'closed' || ticket.statusCategory === 'cancelled' ? [] : latest(open);
  return shown.map((page) => <Card key={page.id} page={page} />);
}

function latest(pages: readonly PageView[]): PageView[] {
  const paging = pages.filter(({ state }) => state === 'paging');
  return paging.length > 0 ? paging : pages.slice(0, 1);
}

/** Who was told last; once everybody was called in vain, all who ever were. */
function namesOf({ state, steps, told }: PageView): string {
  const people = state === 'exhausted' ? steps.flatMap((step) => step.told) : told;
  return [...new Map(people.map(({ id, name }) => [id, name])).values()].join(', ');
}

function Card({ page }: { page: PageView }) {
  const can = useCan();
  const reader = useReader();
  const acknowledge = useDo('POST /pages/{id}/acknowledge', {
    failed: 'Not acknowledged',
    refresh: ['GET /tickets/{idOrKey}/pages', 'GET /tickets/{idOrKey}/timeline'],
  });
  const { state, level, levels, round, rounds, nextAt, why, path } = page;
  const names = namesOf(page);
  const again = round > 1 ? `, round ${round} of ${rounds}` : '';
  return (
    <section
      className="f-paging"
      data-vain={state === 'exhausted' || undefined}
      aria-label="On-call page"
      role="status"
    >
      <div>
        <strong>
          {state === 'paging' ? `Paging level ${level} of ${levels}${again}` : 'Everybody was paged in vain'}
        </strong>
        {nextAt && `, next at ${timeOfDay(nextAt, reader)}`}
        <div>
          {names ? `Told ${names}` : 'Nobody could be told yet'} · {path.name} · {why}
        </div>
      </div>
      {can('ticket.transition') && (
        <Button
          size="compact-sm"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ params: { id: page.id } })}
        >
          Acknowledge
        </Button>
      )}
    </section>
  );
}

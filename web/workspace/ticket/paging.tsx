import { Button } from '@mantine/core';
import type { PageView } from '#shared/escalation.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { useCan } from '../session/me.ts';
import { shownPages } from './shown-pages.ts';

/** While people are called for the ticket: whom, how far it has got, what comes next; and the way to say that one has it. */
export function Paging({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /tickets/{idOrKey}/pages', { params: { idOrKey: ticket.id } });
  return shownPages(data?.items ?? [], ticket.statusCategory).map((page) => <Card key={page.id} page={page} />);
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

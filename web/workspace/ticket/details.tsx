import { TagsInput } from '@mantine/core';
import { useRef } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { Why } from '#web/ui/feedback/why.tsx';
import { useKeptFocus } from '#web/ui/frame/use-kept-focus.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCategories, useServices } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { Assignee } from './assignee.tsx';
import { Clocks } from './clocks.tsx';
import { CustomFields } from './custom-fields.tsx';
import { Fact } from './fact.tsx';
import { ImpactUrgency } from './impact-urgency.tsx';
import { ProposedCategory } from './proposed-category.tsx';
import { QuietSelect } from './quiet-select.tsx';
import { saveFields } from './use-save.ts';
import { WhyPerson } from './why-person.tsx';

const times = (count: number, once: string, more: string) =>
  count === 0 ? null : count === 1 ? once : `${count} times ${more}`;

/** The ticket's own fields; each saves by itself. */
export function Details({ ticket }: { ticket: TicketView }) {
  const editable = useCan()('ticket.update');
  const about = useRef<HTMLElement>(null);
  useKeptFocus(about);
  const categories = useCategories().filter(({ active, id }) => active || id === ticket.category?.id);
  const services = useServices().filter(({ active, id }) => active || id === ticket.service?.id);
  const moved = [
    times(ticket.reassignmentCount, 'handed over once', 'handed over'),
    times(ticket.reopenCount, 'reopened once', 'reopened'),
  ].filter(Boolean);
  return (
    <div className="f-panel">
      <section className="f-facts-group" aria-label="Priority">
        <Fact label="Priority">
          <PriorityMark priority={ticket.priority} named />
          <Why why={ticket.priorityWhy} about="this priority" />
        </Fact>
        <ImpactUrgency ticket={ticket} editable={editable} />
      </section>
      <section className="f-facts-group" aria-label="Due">
        <Clocks ticket={ticket} />
      </section>
      <section className="f-facts-group" aria-label="Who has it">
        <Fact label="Assignee">
          <Assignee assignee={ticket.assignee} />
          <WhyPerson why={ticket.assignmentWhy} />
        </Fact>
        <Fact label="Team">{ticket.team ? <bdi>{ticket.team.name}</bdi> : <span className="f-dim">None</span>}</Fact>
      </section>
      <section ref={about} className="f-facts-group" aria-label="What it is about">
        <Fact label="Category">
          <QuietSelect
            label="Category"
            data={categories.map(({ id, path }) => ({ value: id, label: path }))}
            value={ticket.category?.id ?? null}
            disabled={!editable}
            onChange={(categoryId) => void saveFields(ticket, { categoryId }, 'category saved')}
          />
          {editable && !ticket.category && <ProposedCategory key={ticket.id} ticket={ticket} />}
        </Fact>
        <Fact label="Service">
          <QuietSelect
            label="Service"
            data={services.map(({ id, name }) => ({ value: id, label: name }))}
            value={ticket.service?.id ?? null}
            disabled={!editable}
            onChange={(serviceId) => void saveFields(ticket, { serviceId }, 'service saved')}
          />
        </Fact>
        <Fact label="Tags">
          <TagsInput
            className="f-quiet"
            aria-label="Tags"
            placeholder={ticket.tags.length === 0 ? 'None' : ''}
            value={ticket.tags}
            disabled={!editable}
            maxTags={30}
            onChange={(tags) => void saveFields(ticket, { tags }, 'tags saved')}
          />
        </Fact>
        <CustomFields ticket={ticket} editable={editable} />
      </section>
      {ticket.resolution && (
        <section className="f-facts-group" aria-label="Resolution">
          <Fact label="Resolved">
            {ticket.resolution.code.replaceAll('_', ' ')}
            {ticket.resolution.by && <span className="f-dim">by {ticket.resolution.by.name}</span>}
            {ticket.resolvedAt && <TimeAgo at={ticket.resolvedAt} long />}
          </Fact>
          {ticket.resolution.note && <p className="f-resolution">{ticket.resolution.note}</p>}
          {ticket.resolution.cause && <Fact label="Cause">{ticket.resolution.cause}</Fact>}
        </section>
      )}
      <section className="f-facts-group" aria-label="Since when">
        <Fact label="Raised">
          <TimeAgo at={ticket.createdAt} long />
        </Fact>
        <Fact label="Updated">
          <TimeAgo at={ticket.updatedAt} long />
        </Fact>
        {ticket.closedAt && (
          <Fact label="Closed">
            <TimeAgo at={ticket.closedAt} long />
          </Fact>
        )}
        {ticket.externalRef && <Fact label="Elsewhere">{ticket.externalRef}</Fact>}
        {moved.length > 0 && <Fact label="On its way">{moved.join(', ')}</Fact>}
      </section>
    </div>
  );
}

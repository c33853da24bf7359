import { Select, TagsInput } from '@mantine/core';
import type { TicketView } from '#shared/ticket.ts';
import { Why } from '#web/ui/feedback/why.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCategories, useServices } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { Clocks } from './clocks.tsx';
import { CustomFields } from './custom-fields.tsx';
import { Fact } from './fact.tsx';
import { ImpactUrgency } from './impact-urgency.tsx';
import { saveFields } from './use-save.ts';

/** The ticket's own fields; each saves by itself. */
export function Details({ ticket }: { ticket: TicketView }) {
  const editable = useCan()('ticket.update');
  const categories = useCategories().filter(({ active }) => active);
  const services = useServices();
  const options = (list: readonly { id: string; name: string; path?: string }[]) =>
    list.map(({ id, name, path }) => ({ value: id, label: path ?? name }));
  return (
    <div className="f-panel">
      <Fact label="Priority">
        <PriorityMark priority={ticket.priority} named />
        <Why why={ticket.priorityWhy} about="this priority" />
      </Fact>
      <ImpactUrgency ticket={ticket} editable={editable} />
      <Clocks ticket={ticket} />
      <Fact label="Assignee">
        <PersonChip name={ticket.assignee?.name} />
        <Why why={ticket.assignmentWhy} about="this person" />
      </Fact>
      <Fact label="Team">{ticket.team?.name ?? <span className="f-dim">None</span>}</Fact>
      <Select
        label="Category"
        data={options(categories)}
        value={ticket.category?.id ?? null}
        disabled={!editable}
        searchable
        clearable
        placeholder="None"
        onChange={(categoryId) => void saveFields(ticket, { categoryId }, 'category saved')}
      />
      <Select
        label="Service"
        data={options(services)}
        value={ticket.service?.id ?? null}
        disabled={!editable}
        searchable
        clearable
        placeholder="None"
        onChange={(serviceId) => void saveFields(ticket, { serviceId }, 'service saved')}
      />
      <TagsInput
        label="Tags"
        value={ticket.tags}
        disabled={!editable}
        maxTags={30}
        onChange={(tags) => void saveFields(ticket, { tags }, 'tags saved')}
      />
      <CustomFields ticket={ticket} editable={editable} />
      {ticket.resolution && (
        <Fact label="Resolution">
          <span>
            {ticket.resolution.code.replaceAll('_', ' ')}: {ticket.resolution.note}
            {ticket.resolution.cause && <span className="f-dim"> Cause: {ticket.resolution.cause}</span>}
          </span>
        </Fact>
      )}
      <Fact label="Raised">
        <TimeAgo at={ticket.createdAt} long /> <span className="f-dim">by {ticket.source.replaceAll('_', ' ')}</span>
      </Fact>
      <Fact label="Handed over">
        {ticket.reassignmentCount} times, reopened {ticket.reopenCount} times
      </Fact>
    </div>
  );
}

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Answers, Form } from '#kernel/form.ts';
import type { ChangeAnswers, RequestView } from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { AnswersForm } from '#web/ui/answers/answers-form.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useColleagues } from '../../desk/colleagues.ts';

type Props = { ticket: TicketView; request: RequestView; part: RequestView['parts'][number]; onClose(): void };

/** Changing what was answered; an approval of what it was before is asked for again. */
export function AnswersEditor({ ticket, request, part, onClose }: Props) {
  const [answers, setAnswers] = useState<Answers>(part.answers);
  const people = useColleagues(ticket.client.id);
  const save = useDo('PUT /tickets/{idOrKey}/request/answers', {
    failed: false,
    refresh: ['GET /tickets/{idOrKey}/request'],
    onDone: async () => {
      onClose();
      await refreshTickets();
    },
  });
  const faults = Object.fromEntries(
    Object.entries(fieldErrors(save.error)).map(([path, message]) => [path.replace(/^answers\./, ''), message]),
  );
  const isAsked = request.approvals.some(({ state }) => state === 'pending' || state === 'approved');
  return (
    <form
      noValidate
      className="f-action-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          version: request.version,
          position: part.position,
          answers: answers as ChangeAnswers['answers'],
        };
        save.mutate({ params: { idOrKey: ticket.id }, body });
      }}
    >
      <AnswersForm
        form={part.form as Form}
        answers={answers}
        errors={faults}
        people={people}
        clientId={null}
        onChange={setAnswers}
      />
      {isAsked && <p className="f-plain f-dim">The approval is of what it is now; a change is asked about again.</p>}
      {save.error && Object.keys(faults).length === 0 && <p role="alert">{toProblem(save.error).message}</p>}
      <Group gap={8}>
        <Button type="submit" size="compact-sm" loading={save.isPending}>
          Save
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MajorView } from '#shared/major.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField } from '#web/ui/form/fields.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useStaff, useWorkers } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { ActionsField, type ReviewAction } from './actions-field.tsx';
import { ProblemBehind } from './behind.tsx';
import { TOUCHED } from './words.ts';

const PARTS = [
  ['happened', 'What happened'],
  ['wentWell', 'What went well'],
  ['toImprove', 'What is to be improved'],
  ['forClients', 'What clients may read of the review'],
] as const;

const FOR_CLIENTS =
  'In the report that people of every affected client can have in their portal, and nothing else of the review. Name no client.';

/** The look back: what happened, what is to be improved, and the tasks that come of it. */
export function ReviewPart({ major, may }: { major: MajorView; may: boolean }) {
  const [writing, setWriting] = useState(false);
  const staff = useStaff();
  const { review, state } = major;
  const actions = may && state !== 'completed' && (
    <Button variant="default" size="compact-sm" onClick={() => setWriting(true)}>
      {review ? 'Change…' : 'Write…'}
    </Button>
  );
  return (
    <Section title="Review" actions={actions}>
      {!review && <p className="f-dim f-plain">Not written yet.</p>}
      {review &&
        PARTS.map(
          ([name, title]) =>
            review[name] && (
              <div key={name} className="f-major-said">
                <h3>{title}</h3>
                <p>{review[name]}</p>
              </div>
            ),
        )}
      <ProblemBehind major={major} />
      {review && review.actions.length > 0 && (
        <ul className="f-major-lines">
          {review.actions.map(({ text, staffId, dueOn, ticketId }) => (
            <li key={text}>
              <span>
                {ticketId ? (
                  <Link to="/tickets/$key" params={{ key: ticketId }}>
                    <bdi>{text}</bdi>
                  </Link>
                ) : (
                  <bdi>{text}</bdi>
                )}
                <span className="f-dim f-major-note">
                  <bdi>{staff.find(({ id }) => id === staffId)?.name ?? 'Nobody yet'}</bdi>
                  {dueOn && ` · by ${dayWords(dueOn)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Dialog title="Review" opened={writing} onClose={() => setWriting(false)} size={720}>
        {writing && <ReviewForm major={major} onClose={() => setWriting(false)} />}
      </Dialog>
    </Section>
  );
}

type Values = Record<(typeof PARTS)[number][0], string> & { actions: readonly ReviewAction[] };

function ReviewForm({ major, onClose }: { major: MajorView; onClose(): void }) {
  const workers = useWorkers([major.client.id]);
  const { review } = major;
  const form = useForm<Values>({
    values: {
      happened: review?.happened ?? '',
      wentWell: review?.wentWell ?? '',
      toImprove: review?.toImprove ?? '',
      forClients: review?.forClients ?? '',
      actions: review?.actions.map(({ text, staffId, dueOn }) => ({ text, staffId, dueOn })) ?? [],
    },
    version: major.version,
    draft: `major.${major.id}.review`,
    save: ({ values: { actions, ...words }, version }) =>
      send(
        'PUT /major-incidents/{idOrKey}/review',
        {
          params: { idOrKey: major.id },
          body: { version, ...words, actions: actions.filter(({ text }) => text.trim() !== '') },
        },
        TOUCHED,
      ),
    rename: (path) => (path.startsWith('actions') ? 'actions' : path),
    onSaved: () => {
      toast.done('The review is saved');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      {PARTS.map(([name, title]) => (
        <AreaField
          key={name}
          form={form}
          name={name}
          label={title}
          autosize
          minRows={2}
          maxRows={12}
          {...(name === 'happened' ? { 'data-autofocus': true } : {})}
          {...(name === 'forClients' ? { description: FOR_CLIENTS } : {})}
        />
      ))}
      <ActionsField
        actions={form.values.actions}
        people={named(workers)}
        fault={form.errors['actions']}
        onChange={(actions) => form.set('actions', actions)}
      />
    </FormShell>
  );
}

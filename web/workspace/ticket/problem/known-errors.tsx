import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField, ManyField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Html } from '#web/ui/text/html.tsx';
import { useClients } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

/** Where it is known as an error: published per client, to technicians and perhaps to the client’s people. */
export function KnownErrors({ problem }: { problem: ProblemView }) {
  const can = useCan();
  const [publishing, setPublishing] = useState(false);
  const known = problem.clients.filter(({ knownError }) => knownError !== null);
  const isReady = problem.workaround !== '' || problem.workaroundNone;
  const isOver =
    problem.statusCategory === 'resolved' || problem.statusCategory === 'cancelled' || problem.status === 'closed';
  return (
    <section aria-label="Known error">
      <header className="f-problem-head">
        <h2>Known error</h2>
        {can('problem.manage') && !isOver && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={!isReady}
            onClick={() => setPublishing(true)}
          >
            Publish…
          </Button>
        )}
      </header>
      {known.length === 0 && (
        <p className="f-dim f-plain">
          {isReady
            ? 'Published, it is offered wherever somebody logs something that looks like it.'
            : 'Write a workaround first, or say that none is known.'}
        </p>
      )}
      <ul className="f-known-errors">
        {known.map((span) => (
          <Known key={span.clientId} problem={problem} span={span} />
        ))}
      </ul>
      <Dialog title="Publish as a known error" opened={publishing} onClose={() => setPublishing(false)} size={640}>
        {publishing && <PublishForm problem={problem} onClose={() => setPublishing(false)} />}
      </Dialog>
    </section>
  );
}

type Span = ProblemView['clients'][number];

function Known({ problem, span }: { problem: ProblemView; span: Span }) {
  const can = useCan();
  const retire = useDo('POST /problems/{idOrKey}/known-errors/retire', { failed: 'Not taken back', refresh: TOUCHED });
  const { knownError: error } = span;
  if (!error) return null;
  return (
    <li>
      <span className="f-problem-line">
        <bdi className="f-cut">{span.clientName}</bdi>
        {error.retiredAt ? (
          <Badge color="gray">Taken back</Badge>
        ) : (
          <Badge color={error.portal ? 'green' : 'blue'}>{error.portal ? 'In the portal' : 'For technicians'}</Badge>
        )}
      </span>
      <bdi>{error.title}</bdi>
      <span className="f-dim">
        {error.retiredAt ? (
          <>
            <TimeAgo at={error.retiredAt} />
            {error.retiredWhy && `: ${error.retiredWhy}`}
          </>
        ) : (
          <>
            Published <TimeAgo at={error.publishedAt} /> by <bdi>{error.publishedBy}</bdi>
          </>
        )}
        {error.uses > 0 && ` · recognised ${error.uses === 1 ? 'once' : `${error.uses} times`}`}
      </span>
      {!error.retiredAt && can('problem.manage') && (
        <Button
          variant="default"
          size="compact-xs"
          loading={retire.isPending}
          onClick={() => retire.mutate({ params: { idOrKey: problem.id }, body: { clientIds: [span.clientId] } })}
        >
          Take back
        </Button>
      )}
    </li>
  );
}

type Values = { clientIds: readonly string[]; title: string; symptoms: string; portal: boolean };

function PublishForm({ problem, onClose }: { problem: ProblemView; onClose(): void }) {
  const all = useClients();
  const choices = problem.ofProvider ? all : all.filter(({ id }) => id === problem.client.id);
  const touched = problem.clients.filter(({ tickets }) => tickets > 0).map(({ clientId }) => clientId);
  const before = problem.clients.find(({ knownError }) => knownError)?.knownError;
  const form = useForm<Values>({
    values: {
      clientIds: problem.ofProvider ? touched : [problem.client.id],
      title: before?.title ?? (problem.ofProvider ? problem.toldTitle : problem.title),
      symptoms: before?.symptoms ?? (problem.ofProvider ? '' : problem.symptoms),
      portal: before?.portal ?? false,
    },
    rules: {
      title: needed('what is known, in the words of whoever meets it'),
      clientIds: (ids) => (ids.length > 0 ? null : 'Choose at least one client.'),
    },
    save: ({ values }) =>
      send(
        'POST /problems/{idOrKey}/known-errors',
        { params: { idOrKey: problem.id }, body: { ...values, clientIds: [...values.clientIds] } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Published as a known error');
      onClose();
    },
  });
  const { clientIds, title, symptoms, portal } = form.values;
  const readers = choices.filter(({ id }) => clientIds.includes(id)).map(({ name }) => name);
  return (
    <FormShell form={form} submit="Publish" onCancel={onClose}>
      <ManyField form={form} name="clientIds" label="At which clients" data={named(choices)} />
      <TextField form={form} name="title" label="What it is" maxLength={200} data-autofocus />
      <AreaField
        form={form}
        name="symptoms"
        label="How it shows"
        description="By these words it is recognised when somebody logs the next one."
        autosize
        minRows={2}
        maxLength={10_000}
      />
      <SwitchField form={form} name="portal" label="Show it to the clients’ people in the portal" />
      <section className="f-known-preview" aria-label="As it is read">
        <h3>
          {portal ? 'In the portal of' : 'By whoever works for'} {readers.join(', ') || '…'}
        </h3>
        <strong>
          <bdi>{title || '…'}</bdi>
        </strong>
        {symptoms && <p className="f-problem-text">{symptoms}</p>}
        {problem.workaround ? (
          <Html html={problem.workaround} />
        ) : (
          <p className="f-dim f-plain">No workaround is known yet.</p>
        )}
      </section>
    </FormShell>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import { call } from '#web/api/client.ts';
import { AreaField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { Html } from '#web/ui/text/html.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

type Values = {
  symptoms: string;
  cause: string;
  workaround: string;
  workaroundNone: boolean;
  toldTitle: string;
};

const valuesOf = ({ symptoms, cause, workaround, workaroundNone, toldTitle }: ProblemView): Values => ({
  symptoms,
  cause: cause ?? '',
  workaround,
  workaroundNone,
  toldTitle,
});

/** What a problem looks like, what causes it, and what helps until it is mended. */
export function Nature({ problem }: { problem: ProblemView }) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const { symptoms, cause, workaround, workaroundNone, toldTitle, ofProvider } = problem;
  return (
    <section aria-label="Symptoms and workaround">
      <header className="f-problem-head">
        <h2>Symptoms and workaround</h2>
        {can('problem.manage') && !editing && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setEditing(true)}>
            Write
          </Button>
        )}
      </header>
      {editing ? (
        <NatureForm problem={problem} onClose={() => setEditing(false)} />
      ) : (
        <>
          <h3>Symptoms</h3>
          {symptoms ? (
            <p className="f-problem-text">{symptoms}</p>
          ) : (
            <p className="f-dim f-plain">Nothing is noted yet.</p>
          )}
          {cause && (
            <>
              <h3>Root cause</h3>
              <p className="f-problem-text">{cause}</p>
            </>
          )}
          <h3>Workaround</h3>
          {workaround ? (
            <Html html={workaround} />
          ) : (
            <p className="f-dim f-plain">{workaroundNone ? 'None is known.' : 'Nothing is written yet.'}</p>
          )}
          {ofProvider && (
            <>
              <h3>What its clients call it</h3>
              <p className="f-plain">
                {toldTitle ? <bdi>{toldTitle}</bdi> : <span className="f-dim">A problem of several clients</span>}
              </p>
            </>
          )}
        </>
      )}
    </section>
  );
}

/** Writes what a problem looks like, what causes it and what helps. */
export function NatureForm({ problem, onClose }: { problem: ProblemView; onClose(): void }) {
  const params = { idOrKey: problem.id };
  const form = useForm<Values>({
    values: valuesOf(problem),
    version: problem.version,
    draft: `problem ${problem.id}`,
    save: ({ changed, version }) => {
      const { cause, ...rest } = changed;
      const body = { version, ...rest, ...(cause === undefined ? {} : { cause: cause || null }) };
      return send('PATCH /problems/{idOrKey}', { params, body }, TOUCHED);
    },
    latest: async () => {
      const now = await call('GET /problems/{idOrKey}', { params });
      return { values: valuesOf(now), version: now.version };
    },
    onSaved: onClose,
  });
  const reach = problem.ofProvider
    ? 'People of every affected client read it: name none of them.'
    : 'Whoever works on its incidents reads it, and the client’s people where it is published to them.';
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <AreaField
        form={form}
        name="symptoms"
        label="Symptoms"
        description="What is seen when it strikes: messages, codes, when, where."
        autosize
        minRows={3}
        maxLength={10_000}
        data-autofocus
      />
      <AreaField form={form} name="cause" label="Root cause" autosize minRows={2} maxLength={2_000} />
      <RichField
        label="Workaround"
        description={reach}
        placeholder="How to go on working until it is mended"
        value={form.values.workaround}
        error={form.errors['workaround']}
        onChange={(html) => form.set('workaround', html)}
        onSubmit={() => void form.submit()}
      />
      {form.values.workaround === '' && (
        <SwitchField form={form} name="workaroundNone" label="No workaround is known" />
      )}
      {problem.ofProvider && (
        <TextField
          form={form}
          name="toldTitle"
          label="What its clients call it"
          description="Its own title stays with the provider."
          placeholder="A problem of several clients"
          maxLength={200}
        />
      )}
    </FormShell>
  );
}

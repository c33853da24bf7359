import { ActionIcon, Button, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import { BRANCHES } from '#shared/problem-words.ts';
import { call } from '#web/api/client.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
import { IconPlus, IconX } from '#web/ui/icons.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

type Values = Pick<ProblemView, 'whys' | 'branches'>;
const MOST_WHYS = 12;
const FIRST_WHY = { why: 'Why does it happen?', because: '' };

const valuesOf = ({ whys, branches }: ProblemView): Values => ({
  whys: whys.length > 0 ? whys : [FIRST_WHY],
  branches: branches.length > 0 ? branches : BRANCHES.map((name) => ({ name, causes: [] })),
});

/** Why it happens: each answer asks the next question; and what may have caused it, by branches. */
export function Analysis({ problem }: { problem: ProblemView }) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const branches = problem.branches.filter(({ causes }) => causes.length > 0);
  return (
    <section aria-label="Root-cause analysis">
      <header className="f-problem-head">
        <h2>Root-cause analysis</h2>
        {can('problem.manage') && !editing && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setEditing(true)}>
            Analyse
          </Button>
        )}
      </header>
      {editing ? (
        <AnalysisForm problem={problem} onClose={() => setEditing(false)} />
      ) : problem.whys.length + branches.length === 0 ? (
        <p className="f-dim f-plain">Ask why until the answer is something that can be changed.</p>
      ) : (
        <>
          {problem.whys.length > 0 && (
            <ol className="f-whys" aria-label="Five whys">
              {problem.whys.map(({ why, because }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they are in their order and nothing else
                <li key={index}>
                  <span className="f-dim">{why}</span>
                  <bdi>{because}</bdi>
                </li>
              ))}
            </ol>
          )}
          {branches.length > 0 && (
            <dl className="f-branches" aria-label="Causes and effects">
              {branches.map(({ name, causes }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  {causes.map((cause) => (
                    <dd key={cause}>{cause}</dd>
                  ))}
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </section>
  );
}

function AnalysisForm({ problem, onClose }: { problem: ProblemView; onClose(): void }) {
  const params = { idOrKey: problem.id };
  const form = useForm<Values>({
    values: valuesOf(problem),
    version: problem.version,
    draft: `analysis ${problem.id}`,
    save: ({ values, version }) => {
      const whys = values.whys.filter(({ because }) => because.trim() !== '');
      const branches = values.branches.filter(({ name, causes }) => name.trim() !== '' && causes.length > 0);
      return send('PATCH /problems/{idOrKey}', { params, body: { version, whys, branches } }, TOUCHED);
    },
    latest: async () => {
      const now = await call('GET /problems/{idOrKey}', { params });
      return { values: valuesOf(now), version: now.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <Whys form={form} />
      <Branches form={form} />
    </FormShell>
  );
}

function Whys({ form }: { form: Form<Values> }) {
  const { whys } = form.values;
  const put = (index: number, part: Partial<Values['whys'][number]>) =>
    form.set(
      'whys',
      whys.map((one, at) => (at === index ? { ...one, ...part } : one)),
    );
  const last = whys.at(-1)?.because.trim();
  return (
    <fieldset className="f-problem-fields">
      <legend className="f-legend">Five whys</legend>
      {whys.map(({ why, because }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are in their order and nothing else
        <div key={index} className="f-why-edit">
          <TextInput
            aria-label={`Question ${index + 1}`}
            value={why}
            maxLength={500}
            onChange={(event) => put(index, { why: event.currentTarget.value })}
          />
          <Textarea
            aria-label={`Answer ${index + 1}`}
            placeholder="Because …"
            autosize
            minRows={1}
            value={because}
            maxLength={2_000}
            onChange={(event) => put(index, { because: event.currentTarget.value })}
          />
          {whys.length > 1 && (
            <ActionIcon
              size={24}
              aria-label={`Take out question ${index + 1}`}
              onClick={() => form.set('whys', whys.toSpliced(index, 1))}
            >
              <IconX size={15} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      ))}
      {whys.length < MOST_WHYS && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={!last}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => form.set('whys', [...whys, { why: asked(last ?? ''), because: '' }])}
        >
          Why is that?
        </Button>
      )}
    </fieldset>
  );
}

/** The next question, from the answer before. */
const asked = (because: string): string =>
  `Why: ${because.replace(/^because\s+/i, '').replace(/\.$/, '')}?`.slice(0, 500);

function Branches({ form }: { form: Form<Values> }) {
  const { branches } = form.values;
  return (
    <fieldset className="f-problem-fields">
      <legend className="f-legend">Causes and effects</legend>
      {branches.map(({ name, causes }, index) => (
        <TagsInput
          key={name}
          label={name}
          placeholder="A possible cause, then Enter"
          value={causes}
          maxTags={20}
          onChange={(next) =>
            form.set(
              'branches',
              branches.map((one, at) => (at === index ? { ...one, causes: next } : one)),
            )
          }
        />
      ))}
    </fieldset>
  );
}

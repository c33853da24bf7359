import { Button, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { type Lifecycle, validateLifecycle } from '#kernel/lifecycle.ts';
import { DEFAULT_LIFECYCLES, LIFECYCLE_VARIANTS } from '#kernel/lifecycle-defaults.ts';
import type { LifecycleView } from '#shared/lifecycle.ts';
import { call } from '#web/api/client.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { inWords } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { WordsLink } from '../words/words-link.tsx';
import { compareShapes, type Shape, sayFault } from './edit.ts';
import { StatusesField } from './statuses-field.tsx';
import { StatusesTable } from './statuses-table.tsx';
import { StepsTable } from './steps-table.tsx';

/** The lifecycle of one kind: read, or changed as a draft that is checked while it is written and then put in force. */
export function LifecycleEditor({ stored }: { stored: LifecycleView }) {
  const { key, kind, lifecycle, version } = stored;
  const can = useCan();
  const [drafting, setDrafting] = useState(false);
  const form = useForm<{ lifecycle: Shape }>({
    values: { lifecycle },
    // Version 0 is the one that Fettle came with; to the form it exists all the same.
    version: version + 1,
    rules: {
      lifecycle: (draft) => (validateLifecycle(draft as Lifecycle).length > 0 ? 'Mend what is listed first.' : null),
    },
    draft: `lifecycle.${key}`,
    save: ({ values, version: seen }) =>
      send(
        'PUT /lifecycles/{kind}',
        { params: { kind: key }, body: { version: seen - 1, lifecycle: values.lifecycle } },
        ['GET /lifecycles/{kind}', 'GET /lifecycles'],
      ),
    latest: async () => {
      const now = await call('GET /lifecycles/{kind}', { params: { kind: key } });
      return { values: { lifecycle: now.lifecycle }, version: now.version + 1 };
    },
    onSaved: () => {
      setDrafting(false);
      toast.done('The new lifecycle is in force');
    },
  });
  const draft = form.values.lifecycle;
  const codes = draft.resolutionCodes ?? [];
  if (!drafting && !form.dirty)
    return (
      <PageBody>
        <div className="f-draft-bar">
          <p className="f-plain f-dim">
            {version === 0
              ? 'As Fettle came with it, after ITIL 4. You can change it to your own way of working.'
              : 'Your own lifecycle.'}
          </p>
          {can('settings.manage') && <Button onClick={() => setDrafting(true)}>Change</Button>}
        </div>
        <StatusesTable shape={lifecycle} />
        <StepsTable kind={kind} shape={lifecycle} onChange={null} />
      </PageBody>
    );
  const set = (next: Shape) => form.set('lifecycle', next);
  const origin = (LIFECYCLE_VARIANTS[key] ?? DEFAULT_LIFECYCLES[kind]) as Shape;
  const restart = async () => {
    const sure = await confirm({
      title: 'Begin again with Fettle’s own lifecycle?',
      body: 'Your draft becomes the one that Fettle came with. It is not in force until you save it.',
      action: 'Begin again',
    });
    if (sure) set(origin);
  };
  return (
    <PageBody aside={<Judgement stored={lifecycle} draft={draft} />}>
      <FormShell
        form={form}
        submit="Put in force"
        onCancel={() => {
          form.reset();
          setDrafting(false);
        }}
        show={() => 'another lifecycle'}
        labels={{ lifecycle: 'Lifecycle' }}
        more={
          <Button variant="subtle" color="gray" onClick={() => void restart()}>
            Fettle’s own
          </Button>
        }
      >
        <StatusesField shape={draft} onChange={set} />
        <p className="f-plain">
          What clients read of your own statuses: <WordsLink kind="status" />
        </p>
        <StepsTable kind={kind} shape={draft} onChange={set} />
        <Section
          title="Ways to end"
          help="What can be said about how it was solved. Words of your own; each closed by Enter."
        >
          <TagsInput
            aria-label="Ways to end"
            value={codes.map(inWords)}
            onChange={(words) =>
              set({
                ...draft,
                resolutionCodes: words.map((one) => codes.find((code) => inWords(code) === one) ?? one),
              })
            }
          />
        </Section>
        {form.errors['lifecycle'] && (
          <p className="f-form-fault" role="alert">
            {form.errors['lifecycle']}
          </p>
        )}
      </FormShell>
    </PageBody>
  );
}

/** Whether a draft holds together, and what it changes. */
function Judgement({ stored, draft }: { stored: Shape; draft: Shape }) {
  const faults = validateLifecycle(draft as Lifecycle);
  const changes = compareShapes(stored, draft);
  return (
    <div className="f-judgement">
      <Section title="Does it hold together?">
        {faults.length === 0 ? (
          <p className="f-plain">Yes: every status can be reached, and from each one there is a way to the end.</p>
        ) : (
          <ul className="f-faults" aria-live="polite">
            {faults.map((fault) => (
              <li key={`${fault.path} ${fault.message}`}>{sayFault(draft, fault)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="What changes">
        {changes.length === 0 ? (
          <p className="f-plain f-dim">Nothing yet.</p>
        ) : (
          <ul className="f-faults" data-plain>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PolicyView } from '#shared/policy.ts';
import { call } from '#web/api/client.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { needed, someOf } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { SimulateButton } from '../simulations/simulate-button.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { BLANK, judge, type PolicyValues, termsOf, valuesOf } from './policy-values.ts';
import { PublishForm } from './publish-form.tsx';
import { FaultNote, StateMarks } from './state.tsx';
import { TOUCHED } from './touched.ts';
import { Versions } from './versions.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import { placeWords } from './words.ts';

/** What is being worked on: the draft, else what will be in force, else what is. */
const stored = ({ name, draft, scheduled, current }: PolicyView): PolicyValues =>
  valuesOf(name, draft ?? scheduled?.terms ?? current?.terms ?? BLANK);

const LABELS = {
  name: 'Name',
  kinds: 'Kinds of ticket',
  serviceIds: 'Services',
  condition: 'Only when',
  targets: 'Targets',
  olas: 'OLAs',
  thresholds: 'Thresholds',
  rules: 'Clock rules',
} as const;

/** A policy as it is written: saved as a draft, then published as its next version. */
export function PolicyEditor({ policy }: { policy: PolicyView }) {
  const { id, draft, current, scheduled } = policy;
  const can = useCan();
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  const publishing = useRef(false);
  const form = useForm<PolicyValues>({
    values: stored(policy),
    version: policy.version,
    rules: {
      name: needed('a name such as Gold or VIPs'),
      kinds: someOf('at least one kind of ticket'),
    },
    draft: `policy.${id}`,
    parts: ['targets', 'olas', 'thresholds', 'rules'],
    judge,
    rename: (path) => path.replace(/^terms\./, ''),
    save: ({ values, changed: { name, ...terms }, version }) =>
      send(
        'PATCH /service-levels/policies/{id}',
        {
          params: { id },
          body: {
            version,
            ...(name === undefined ? {} : { name }),
            ...(Object.keys(terms).length === 0 ? {} : { terms: termsOf(values) }),
          },
        },
        TOUCHED,
      ),
    latest: async () => {
      const now = await call('GET /service-levels/policies/{id}', { params: { id } });
      return { values: stored(now), version: now.version };
    },
    onSaved: () => (publishing.current ? setAsking('publish') : toast.done('Draft saved')),
  });
  const mayEdit = can('settings.manage');
  const publish = async () => {
    if (!form.dirty) return setAsking('publish');
    publishing.current = true;
    await form.submit();
    publishing.current = false;
  };
  const drop = async () => {
    const sure = await confirm({
      title: 'Drop the draft?',
      body: current ? 'What is in force stays as it is.' : 'The policy stays, and says nothing.',
      action: 'Drop',
      danger: true,
    });
    if (!sure) return;
    try {
      const body = { terms: null, version: policy.version };
      await send('PATCH /service-levels/policies/{id}', { params: { id }, body }, TOUCHED);
      form.reset();
    } catch (error) {
      toast.fault(error, 'Not dropped');
    }
  };
  const close = () => setAsking(null);
  return (
    <>
      <PageHead
        title={policy.name}
        actions={
          mayEdit && (
            <>
              <SimulateButton
                form={form}
                draft={(values) => ({ policies: [{ id, name: values.name, terms: termsOf(values) }] })}
              />
              {(current?.terms || scheduled?.terms) && (
                <Button variant="default" onClick={() => setAsking('withdraw')}>
                  Withdraw…
                </Button>
              )}
              {(draft || form.dirty) && (
                <Button loading={form.busy} onClick={() => void publish()}>
                  Publish…
                </Button>
              )}
            </>
          )
        }
      >
        <span className="f-policy-marks">
          <StateMarks policy={policy} />
        </span>
      </PageHead>
      <PageBody
        aside={
          <Versions
            policy={policy}
            mayEdit={mayEdit}
            onDraft={(terms) => {
              const { name: _own, ...rest } = valuesOf(policy.name, terms);
              for (const [field, value] of Object.entries(rest)) form.set(field as keyof typeof rest, value as never);
              toast.done('In the form now; save it as a draft or publish it');
            }}
          />
        }
      >
        <p className="f-plain">
          <Link to="/settings/policies">All policies</Link>
          <span className="f-dim">
            {' '}
            · For {placeWords(policy).toLowerCase() === 'everybody' ? 'everybody' : <bdi>{placeWords(policy)}</bdi>}
          </span>
        </p>
        <FaultNote policy={policy} />
        {mayEdit ? (
          <FormShell
            form={form}
            submit="Save draft"
            labels={LABELS}
            show={(name) => (name === 'name' || name === 'condition' ? undefined : 'changed')}
            more={
              draft && (
                <Button variant="subtle" color="red.8" onClick={() => void drop()}>
                  Drop the draft
                </Button>
              )
            }
          >
            <PolicyFields policy={policy} form={form} />
          </FormShell>
        ) : (
          <fieldset className="f-bare f-form" disabled>
            <legend className="f-hidden">What the policy says</legend>
            <PolicyFields policy={policy} form={form} />
          </fieldset>
        )}
      </PageBody>
      <Dialog title={`Publish ${policy.name}`} opened={asking === 'publish'} onClose={close}>
        {asking === 'publish' && <PublishForm policy={policy} onClose={close} />}
      </Dialog>
      <Dialog title={`Withdraw ${policy.name}`} opened={asking === 'withdraw'} onClose={close}>
        {asking === 'withdraw' && <WithdrawForm policy={policy} onClose={close} />}
      </Dialog>
    </>
  );
}

import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangeRuleView } from '#shared/change-rule.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { DraftActions } from '../rules/draft-actions.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleVersions } from './versions.tsx';
import { asksWhom, STAGES } from './words.ts';

const TOUCHED = ['GET /change-rules'] as const;

/** The rules that say who authorises changes. */
export default function ChangeRulesPage() {
  const may = useCan()('change.policy');
  const { data, error, refetch } = useGet('GET /change-rules', {});
  return (
    <RecordList
      title="Who authorises changes"
      one="rule"
      help="Every rule that fits asks its people. Where none of those asks, one that says so authorises without anybody; where none fits at all, whoever may change these rules is asked. Nobody decides about their own change."
      empty="Without rules, whoever may change them is asked about every change. A rule can let changes of low risk go on by themselves, or ask a board, a client or an owner."
      size={760}
      lines={data?.items.map((rule) => ({
        record: rule,
        id: rule.id,
        name: rule.name,
        active: rule.terms !== null,
        inactive: 'Draft',
        marks: (
          <>
            {rule.terms !== null && rule.draft !== null && <Badge color="yellow">Changed, not published</Badge>}
            {rule.fault && <Badge color="red">Fails</Badge>}
          </>
        ),
        note: <Note rule={rule} />,
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={may}
      actions={(rule) => (
        <>
          <History rule={rule} mayEdit={may} />
          {may && <RuleActions rule={rule} />}
        </>
      )}
      form={(rule, onClose) => <RuleForm rule={rule} onClose={onClose} />}
    />
  );
}

function Note({ rule }: { rule: ChangeRuleView }) {
  const terms = rule.terms ?? rule.draft;
  if (!terms) return null;
  return (
    <>
      {STAGES[terms.stage]} · <bdi>{asksWhom(terms)}</bdi> · <bdi className="f-mono">{terms.condition || 'always'}</bdi>
      {rule.fault && <div>Its condition could not be answered: {rule.fault.error}</div>}
    </>
  );
}

function History({ rule, mayEdit }: { rule: ChangeRuleView; mayEdit: boolean }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`Versions of ${rule.name}`}
        onClick={() => setOpened(true)}
      >
        Versions
      </Button>
      <Dialog title={`Versions of ${rule.name}`} opened={opened} onClose={close} size={640}>
        {opened && <RuleVersions rule={rule} mayEdit={mayEdit} onClose={close} />}
      </Dialog>
    </>
  );
}

function RuleActions({ rule: { id, name, version, draft, terms } }: { rule: ChangeRuleView }) {
  const publish = useDo('POST /change-rules/{id}/publish', {
    failed: 'Not published',
    refresh: TOUCHED,
    onDone: () => toast.done(`“${name}” is in force`),
  });
  const withdraw = useDo('POST /change-rules/{id}/withdraw', { failed: 'Not withdrawn', refresh: TOUCHED });
  const remove = useDo('DELETE /change-rules/{id}', { failed: 'Not thrown away', refresh: TOUCHED });
  const at = { params: { id }, body: { version } };
  return (
    <DraftActions
      name={name}
      hasDraft={draft !== null}
      inForce={terms !== null}
      thrownAway="What was asked by it stays as it is."
      onPublish={(note) => publish.mutate({ ...at, body: { version, note } })}
      onWithdraw={() => withdraw.mutate(at)}
      asksWhy
      onRemove={() => remove.mutate({ params: { id } })}
    />
  );
}

import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { AlertRuleView } from '#shared/alert.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { DraftActions } from '../rules/draft-actions.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleVersions } from './versions.tsx';
import { DOES, placeOf } from './words.ts';

const TOUCHED = ['GET /alert-rules'] as const;

/** The rules that decide about alerts, in the order in which they are asked. */
export default function AlertRulesPage() {
  const may = useCan()('alert.rules');
  const { data, error, refetch } = useGet('GET /alert-rules', {});
  return (
    <RecordList
      title="Alert rules"
      one="rule"
      help="What becomes of alerts that a condition fits. A client’s own rules are asked first, then its group’s, then everybody’s; the first that fits decides, and without one the kind and severity do. Maintenance comes before them; causes and storms are looked for among what asks for a ticket."
      empty="A rule keeps out what is only noise, or says which team gets what and how urgent it is. It is tried on the alerts of the last weeks before it is in force."
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
        note: (
          <>
            <bdi>{placeOf(rule)}</bdi> · {DOES[(rule.terms ?? rule.draft)?.outcome.does ?? 'inbox']} ·{' '}
            <bdi className="f-mono">{(rule.terms ?? rule.draft)?.condition || 'always'}</bdi>
            {rule.fault && <div>Its condition could not be answered: {rule.fault.error}</div>}
          </>
        ),
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

function History({ rule, mayEdit }: { rule: AlertRuleView; mayEdit: boolean }) {
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

function RuleActions({ rule: { id, name, version, draft, terms } }: { rule: AlertRuleView }) {
  const publish = useDo('POST /alert-rules/{id}/publish', {
    failed: 'Not published',
    refresh: TOUCHED,
    onDone: () => toast.done(`“${name}” is in force`),
  });
  const withdraw = useDo('POST /alert-rules/{id}/withdraw', { failed: 'Not withdrawn', refresh: TOUCHED });
  const remove = useDo('DELETE /alert-rules/{id}', { failed: 'Not thrown away', refresh: TOUCHED });
  const at = { params: { id }, body: { version } };
  return (
    <DraftActions
      name={name}
      hasDraft={draft !== null}
      inForce={terms !== null}
      thrownAway="What it decided stays as it is."
      onPublish={() => publish.mutate(at)}
      onWithdraw={() => withdraw.mutate(at)}
      onRemove={() => remove.mutate({ params: { id } })}
    />
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CreatedEnrolmentKey, EnrolmentKeyView } from '#shared/inventory-agent.ts';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { AgentSetups } from './agent-setups.tsx';
import { EnrolmentKeyForm } from './enrolment-key-form.tsx';
import { EnrolmentKeyLine } from './enrolment-key-line.tsx';
import './inventory-agents.css';

/** The keys by which agents on a client's machines report what those are. */
export function InventoryAgents({ clientId }: { clientId: string }) {
  const can = useCan();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedEnrolmentKey | null>(null);
  const { data, error, refetch } = useGet('GET /clients/{id}/enrolment-keys', { params: { id: clientId } });
  const mayEdit = can('estate.manage');
  const revoke = async ({ id, name }: EnrolmentKeyView) => {
    const sure = await confirm({
      title: `Revoke “${name}”?`,
      body: 'Agents that have it are refused at once and must be told another address. What they said so far stays. This cannot be taken back.',
      action: 'Revoke',
      danger: true,
    });
    const params = { id: clientId, enrolmentKeyId: id };
    if (sure)
      await send('POST /clients/{id}/enrolment-keys/{enrolmentKeyId}/revoke', { params }, [
        'GET /clients/{id}/enrolment-keys',
        'GET /clients/{id}/timeline',
      ]);
  };
  return (
    <Section
      title="Inventory agents"
      actions={
        mayEdit &&
        data && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label="Add a key for inventory agents"
            onClick={() => setOpen(true)}
          >
            Add
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.items.length === 0 && (
        <p className="f-plain f-dim">
          None. An agent on each machine tells by itself what it is and what is installed there; by a key of this client
          it is known whose.
        </p>
      )}
      <ul className="f-lines">
        {data?.items.map((key) => (
          <EnrolmentKeyLine
            key={key.id}
            enrolmentKey={key}
            onRevoke={mayEdit ? () => void revoke(key).catch((fault) => toast.fault(fault, 'Not revoked')) : null}
          />
        ))}
      </ul>
      <Dialog title="A key for inventory agents" opened={open} onClose={() => setOpen(false)}>
        {open && (
          <EnrolmentKeyForm
            clientId={clientId}
            onCancel={() => setOpen(false)}
            onMade={(key) => {
              setOpen(false);
              setMade(key);
            }}
          />
        )}
      </Dialog>
      <Dialog title="Tell the agents" opened={made !== null} onClose={() => setMade(null)} size={720}>
        {made && <AgentSetups made={made} onDone={() => setMade(null)} />}
      </Dialog>
    </Section>
  );
}

import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { ScriptView } from '#shared/script.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { ScriptForm } from './script-form.tsx';

const MOST_SHOWN = 100;

/** What the system can run on devices, and which of it is approved for tickets. */
export function Scripts({ connectorId, mayEdit }: { connectorId: string; mayEdit: boolean }) {
  const params = { id: connectorId };
  const { data, error, refetch } = useGet('GET /connectors/{id}/scripts', { params });
  const read = useDo('POST /connectors/{id}/scripts/read', {
    failed: 'Not read',
    refresh: ['GET /connectors/{id}/scripts'],
  });
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<ScriptView | null>(null);
  const items = data?.items ?? [];
  const fitting = items.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <Section
      title="Scripts"
      help="What is approved here can be run from a ticket on its device. Nothing is approved by itself."
      actions={
        mayEdit && (
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate({ params })}>
            Read the list
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonLines lines={3} />
      ) : items.length === 0 ? (
        <p className="f-plain">The list of scripts has not been read yet.</p>
      ) : (
        <>
          {items.length > 8 && <SearchField label="Find a script" text={text} onChange={setText} />}
          <Sideways label="Each script and whether it is approved">
            <table className="f-connector-table">
              <thead>
                <tr>
                  <th scope="col">Script</th>
                  <th scope="col">From tickets</th>
                </tr>
              </thead>
              <tbody>
                {fitting.slice(0, MOST_SHOWN).map((script) => (
                  <ScriptRow key={script.id} script={script} onEdit={mayEdit ? () => setEditing(script) : null} />
                ))}
              </tbody>
            </table>
          </Sideways>
          {fitting.length > MOST_SHOWN && (
            <p className="f-dim">
              {MOST_SHOWN} of {fitting.length} are shown; type more of a name.
            </p>
          )}
          {fitting.length === 0 && <p className="f-plain">No script fits.</p>}
        </>
      )}
      <Dialog title={editing?.name ?? ''} opened={editing !== null} onClose={() => setEditing(null)}>
        {editing && <ScriptForm script={editing} connectorId={connectorId} onClose={() => setEditing(null)} />}
      </Dialog>
    </Section>
  );
}

function ScriptRow({ script, onEdit }: { script: ScriptView; onEdit: (() => void) | null }) {
  const { name, description, approved, className, secondPerson, fixed, gone, withdrawnWhy, decidedBy } = script;
  const fixedNames = Object.keys(fixed);
  const verb = approved ? 'Change' : 'Approve…';
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {description && (
          <div className="f-dim">
            <bdi>{description}</bdi>
          </div>
        )}
      </th>
      <td>
        <span className="f-connector-note">
          {approved ? <Badge color="green">Approved</Badge> : <Badge color="gray">Not approved</Badge>}
          {gone && <Badge color="orange">No longer there</Badge>}
          {onEdit && (
            <Button variant="default" size="compact-sm" aria-label={`${verb} ${name}`} onClick={onEdit}>
              {verb}
            </Button>
          )}
        </span>
        {approved && (
          <div className="f-dim">
            On {className}
            {secondPerson ? ', when a second person agrees' : ''}
            {fixedNames.length > 0 ? `, with ${fixedNames.join(', ')} fixed` : ''}
            {decidedBy && (
              <>
                ; by <bdi>{decidedBy}</bdi>
              </>
            )}
          </div>
        )}
        {withdrawnWhy && <div>{withdrawnWhy}</div>}
      </td>
    </tr>
  );
}

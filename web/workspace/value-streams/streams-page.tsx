import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueStreamView } from '#shared/value-stream.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { ImprovementTabs } from '../improvements/tabs.tsx';
import { useCan } from '../session/me.ts';
import { DraftActions } from '../settings/rules/draft-actions.tsx';
import { StreamForm } from './stream-form.tsx';
import '../settings/lists/record-list.css';

const TOUCHED = ['GET /value-streams', 'GET /value-streams/{id}'] as const;

/** The value streams of the firm: what starts each, and its steps. */
export default function StreamsPage() {
  const may = useCan()('stream.manage');
  const { data, error, refetch } = useGet('GET /value-streams', {});
  const [editing, setEditing] = useState<{ stream: ValueStreamView | null } | null>(null);
  const close = () => setEditing(null);
  return (
    <>
      <PageHead
        title="Value streams"
        actions={may && <Button onClick={() => setEditing({ stream: null })}>New value stream</Button>}
      >
        <ImprovementTabs />
      </PageHead>
      <PageBody>
        <p className="f-plain f-dim">
          A value stream is how work comes from what is asked for to what is delivered, step by step. How long it waits
          in each is measured from what happened to the tickets, also before the stream was written down.
        </p>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No value streams yet">
            Say which work is meant, and through which steps it goes.
          </EmptyState>
        )}
        <ul className="f-records">
          {data?.items.map((stream) => (
            <li key={stream.id}>
              <div>
                {stream.terms ? (
                  <Link to="/value-streams/$id" params={{ id: stream.id }}>
                    <bdi>{stream.name}</bdi>
                  </Link>
                ) : (
                  <bdi>{stream.name}</bdi>
                )}{' '}
                {!stream.terms && <Badge color="gray">Draft</Badge>}
                {stream.terms && stream.draft && <Badge color="yellow">Changed, not published</Badge>}
                {stream.rebuilding && <Badge color="blue">The past is being worked out</Badge>}
                <div className="f-dim">
                  <bdi>{(stream.terms ?? stream.draft)?.demand}</bdi>{' '}
                  {(stream.terms ?? stream.draft)?.steps.map(({ name }) => name).join(' → ')}
                </div>
              </div>
              {may && (
                <span className="f-record-actions">
                  <StreamActions stream={stream} />
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    aria-label={`Edit ${stream.name}`}
                    onClick={() => setEditing({ stream })}
                  >
                    Edit
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </PageBody>
      <Dialog
        title={editing?.stream ? editing.stream.name : 'New value stream'}
        opened={editing !== null}
        onClose={close}
        size={820}
      >
        {editing && <StreamForm stream={editing.stream} onClose={close} />}
      </Dialog>
    </>
  );
}

function StreamActions({ stream: { id, name, version, draft, terms } }: { stream: ValueStreamView }) {
  const publish = useDo('POST /value-streams/{id}/publish', {
    failed: 'Not published',
    refresh: TOUCHED,
    onDone: () => toast.done(`“${name}” is in force; the past is worked out by it`),
  });
  const withdraw = useDo('POST /value-streams/{id}/withdraw', { failed: 'Not withdrawn', refresh: TOUCHED });
  const remove = useDo('DELETE /value-streams/{id}', { failed: 'Not thrown away', refresh: TOUCHED });
  const at = { params: { id }, body: { version } };
  return (
    <DraftActions
      name={name}
      hasDraft={draft !== null}
      inForce={terms !== null}
      thrownAway="Its figures go with it; they can be worked out again from the tickets."
      onPublish={() => publish.mutate(at)}
      onWithdraw={() => withdraw.mutate(at)}
      onRemove={() => remove.mutate({ params: { id } })}
    />
  );
}

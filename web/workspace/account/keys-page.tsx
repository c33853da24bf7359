import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiKeyView } from '#shared/identity.ts';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { send } from '../session/send.ts';
import { KeyForm } from './key-form.tsx';
import { KeyLine } from './key-line.tsx';
import { KeyOnce } from './key-once.tsx';

/** One's own API keys: what each may do and when it was used. The key itself is shown once, when it is made. */
export default function KeysPage() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const { data, error, refetch } = useGet('GET /api-keys', {});
  const revoke = async ({ id, name }: ApiKeyView) => {
    const sure = await confirm({
      title: `Revoke “${name}”?`,
      body: 'Whatever uses this key stops working at once. This cannot be taken back.',
      action: 'Revoke',
      danger: true,
    });
    if (sure) await send('DELETE /api-keys/{id}', { params: { id } }, ['GET /api-keys']);
  };
  return (
    <Section
      title="API keys"
      help={
        <>
          For programs that work in your name. The <a href="/api/docs">API reference</a> says what they can do.
        </>
      }
      actions={
        <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
          New key
        </Button>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data?.items.length === 0 && (
        <EmptyState title="No keys yet">Everything that this workspace does, a program can do with a key.</EmptyState>
      )}
      <ul className="f-lines">
        {data?.items.map((key) => (
          <KeyLine
            key={key.id}
            apiKey={key}
            onRevoke={() => void revoke(key).catch((fault: unknown) => toast.fault(fault, 'Not revoked'))}
          />
        ))}
      </ul>
      <Dialog title="New API key" opened={open} onClose={() => setOpen(false)} size={620}>
        <KeyForm
          onCancel={() => setOpen(false)}
          onMade={(key) => {
            setOpen(false);
            setMade(key);
          }}
        />
      </Dialog>
      <Dialog title="Your new key" opened={made !== null} onClose={() => setMade(null)}>
        {made && <KeyOnce apiKey={made} onDone={() => setMade(null)} />}
      </Dialog>
    </Section>
  );
}

import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { IconAlertTriangle, IconCircleCheck } from '../icons.ts';
import { Keys } from '../keys/keys.tsx';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { useStore } from '../store.ts';
import { RequestId } from './request-id.tsx';
import { closeToast, type Toast, toast as tell, toastStore, undoNewest, undoToast } from './toast-store.ts';
import './feedback.css';
import { ui } from '../words/words.ts';

const DONE_MS = 7_000;
const FAULT_MS = 20_000;

function undo() {
  if (!undoNewest()) tell.done('You did nothing in the last minutes that could be taken back here.');
}

function Item({ toast, held }: { toast: Toast; held: boolean }) {
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(toast.id), toast.tone === 'fault' ? FAULT_MS : DONE_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <div className="f-toast" data-tone={toast.tone}>
      {toast.tone === 'done' ? (
        <IconCircleCheck size={18} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={18} aria-hidden="true" />
      )}
      <div>
        {toast.text}
        {toast.requestId && <RequestId id={toast.requestId} />}
      </div>
      {toast.undo && (
        <Button variant="subtle" size="compact-xs" rightSection={<Keys combo="u" />} onClick={() => undoToast(toast)}>
          Undo
        </Button>
      )}
      <CloseButton size="sm" aria-label={ui('ui.dismiss')} onClick={() => closeToast(toast.id)} />
    </div>
  );
}

/** Where toasts show; they wait while the pointer or the focus is on them. Mounted once, in the app. */
export function Toasts() {
  const toasts = useStore(toastStore);
  const [held, setHeld] = useState(false);
  useShortcuts([{ combo: 'u', label: 'Undo what I just did', group: 'Everywhere', run: undo }]);
  return (
    <section
      className="f-toasts"
      aria-label={ui('ui.messages')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div aria-live="polite">
        {toasts.map((item) => (
          <Item key={item.id} toast={item} held={held} />
        ))}
      </div>
    </section>
  );
}

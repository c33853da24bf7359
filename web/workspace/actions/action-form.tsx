import { Button, Group } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useFocusFault } from '#web/ui/form/focus-fault.ts';
import { Restored } from '#web/ui/form/restored.tsx';
import type { Kept } from '#web/ui/form/use-kept.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { useFocusFirst } from '#web/ui/picker/focus-first.ts';

type Props = {
  title: ReactNode;
  /** The verb on the button. */
  verb: string;
  onSubmit(): void;
  busy: boolean;
  disabled?: boolean;
  /** What is written in it, which closing does not lose. */
  kept?: Pick<Kept<object>, 'restored' | 'clear'>;
  /** What was refused when it was sent last. */
  refused?: unknown;
  /** Leaves everything as it is. */
  onCancel?: () => void;
  /** Further buttons, left of the verb. */
  more?: ReactNode;
  children: ReactNode;
};

/** The frame of a dialogue that asks for more than a choice: its fields, and one key that sends them from any of them. */
export function ActionForm({
  title,
  verb,
  onSubmit,
  busy,
  disabled = false,
  kept,
  refused,
  onCancel,
  more,
  children,
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  useFocusFirst(form);
  useFocusFault(form, refused);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !disabled) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <form ref={form} className="f-action-form" onSubmit={submit} onKeyDown={onKeyDown}>
      <h2>{title}</h2>
      {kept?.restored && <Restored onDiscard={kept.clear} />}
      {children}
      <Group justify="flex-end">
        {more}
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" loading={busy} disabled={disabled} rightSection={<Keys combo="mod+enter" />}>
          {verb}
        </Button>
      </Group>
    </form>
  );
}

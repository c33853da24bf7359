import { Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fieldErrors } from '#web/api/problem.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useKept } from '#web/ui/form/use-kept.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { refreshTickets } from '../../actions/refresh.ts';
import { Refused } from '../../actions/refused.tsx';

/** What is done, what it is called once done, and how it is taken back. */
export type Deed = { run(words: string): Promise<unknown>; done: string; undo(): Promise<unknown> };

type Props = {
  /** Under this name what was written is kept until it is sent. */
  id: string;
  title: string;
  verb: string;
  /** The field for the words, as the server and as people call it. */
  field: 'reason' | 'text';
  label: string;
  help: string;
  /** What it says so far. */
  words?: string;
  maxLength: number;
  deed: Deed;
  disabled?: boolean;
  /** Where a fault of a further field is shown. */
  above?: (errors: Readonly<Record<string, string>>) => ReactNode;
  more?: ReactNode;
  onClose(): void;
};

/** Something done to a clock by hand: always with words, and for a while it can be taken back. */
export function ClockForm({
  id,
  title,
  verb,
  field,
  label,
  help,
  words = '',
  maxLength,
  deed,
  above,
  more,
  ...rest
}: Props) {
  const kept = useKept(id, { words });
  const act = useMutation({
    // How it is taken back is what it was when it was done, whatever the clock says by the time that the answer comes.
    mutationFn: () => deed.run(kept.values.words.trim()).then(() => deed),
    onSuccess: async ({ done, undo }) => {
      kept.clear();
      rest.onClose();
      toast.done(done, { undo: () => undo().then(refreshTickets) });
      await refreshTickets();
    },
    // Somebody else was faster: what they did is to be seen behind the dialogue.
    onError: refreshTickets,
  });
  const errors = fieldErrors(act.error);
  const atField = Object.keys(errors).some((path) => path === field || path === 'minutes');
  return (
    <ActionForm
      title={title}
      verb={verb}
      onSubmit={() => act.mutate()}
      busy={act.isPending}
      disabled={rest.disabled ?? false}
      kept={kept}
      more={more}
    >
      {above?.(errors)}
      <Textarea
        label={label}
        description={help}
        required
        autosize
        minRows={2}
        maxLength={maxLength}
        error={errors[field]}
        value={kept.values.words}
        {...(above ? {} : { 'data-autofocus': true })}
        onChange={(event) => kept.change({ words: event.currentTarget.value })}
      />
      {!atField && <Refused error={act.error} />}
    </ActionForm>
  );
}

type FrameProps = { title: string; opened: boolean; onClose(): void; children: ReactNode };

/** The frame of a clock's dialogues. It stays when they close, so that the focus goes back to where it came from. */
export function ClockDialog({ title, opened, onClose, children }: FrameProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={520} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body p={0}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

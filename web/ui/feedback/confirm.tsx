import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOnTop } from '../keys/on-top.ts';
import { createStore, useStore } from '../store.ts';

type Question = {
  title: string;
  /** What will happen, in a sentence. */
  body: ReactNode;
  /** The verb on the button: "End session". */
  action: string;
  danger?: boolean;
};

const asked = createStore<(Question & { answer(yes: boolean): void; open: boolean }) | null>(null);

/** Asks before something that cannot be taken back. Prefer doing it and offering Undo. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      asked.set((now) => (now ? { ...now, open: false } : null));
      resolve(yes);
    };
    asked.set({ ...question, answer, open: true });
  });
}

/** Where questions are asked, above whichever dialogue they come from. Mounted once, in the app. */
export function ConfirmHost() {
  const question = useStore(asked);
  const opened = question?.open ?? false;
  const onClose = () => question?.answer(false);
  const onTop = useOnTop(opened, onClose);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={420} centered {...onTop}>
      <Modal.Overlay />
      <Modal.Content role="alertdialog" aria-label={question?.title ?? ''}>
        <Modal.Body>
          <h2>{question?.title}</h2>
          <div>{question?.body}</div>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={onClose} data-autofocus={question?.danger || undefined}>
              Cancel
            </Button>
            <Button
              {...(question?.danger ? { color: 'red.8' } : {})}
              onClick={() => question?.answer(true)}
              data-autofocus={question?.danger ? undefined : true}
            >
              {question?.action}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

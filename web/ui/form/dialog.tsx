import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOnTop } from '../keys/on-top.ts';

type Props = { title: string; opened: boolean; onClose(): void; size?: number; children: ReactNode };

/** A dialogue that holds a form. It is made anew each time it opens, so that the form begins with what is stored. */
export function Dialog({ title, opened, onClose, size = 560, children }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size}>
      {children}
    </Modal>
  );
}

/** The same above every other dialogue, for what any of them may have to ask before it goes on. */
export function TopDialog({ opened, onClose, ...others }: Props) {
  return <Modal opened={opened} onClose={onClose} {...others} {...useOnTop(opened, onClose)} />;
}

import { Modal } from '@mantine/core';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';

const load = async () => (await import('../mail/opened.tsx')).OpenedMail;

type Props = {
  /** The message's, or the ticket's for what it reports. */
  id: string;
  title: string;
  opened: boolean;
  onClose(): void;
};

/** The mail that a message came by: what was read of it, and what each filter found. */
export function MessageMail({ id, title, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={720} classNames={{ body: 'f-message-mail' }}>
      {opened && <Came id={id} />}
    </Modal>
  );
}

function Came({ id }: { id: string }) {
  const { data, error, refetch } = useGet('GET /messages/{id}/mail', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  const waiting = <SkeletonLines lines={8} label="Loading the mail" />;
  if (!data) return waiting;
  return (
    <Part load={load} waiting={waiting}>
      {(OpenedMail) => <OpenedMail mail={data} />}
    </Part>
  );
}

import { CloseButton } from '@mantine/core';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { OpenedMail } from './opened.tsx';
import { Settle } from './settle.tsx';
import { waits } from './words.ts';

type Props = { id: string; onClose(): void; onSettled(): void };

/** A mail beside the list: what it says, what became of it and why, and where it was kept back, whose it is. */
export function MailReader({ id, onClose, onSettled }: Props) {
  const { data, error, refetch } = useGet('GET /mail/incoming/{id}', { params: { id } });
  return (
    <aside className="f-mail-open" aria-label="The mail" aria-busy={!data && !error}>
      <header>
        <h2>
          <bdi>{data ? data.subject || '(no subject)' : 'Mail'}</bdi>
        </h2>
        <CloseButton aria-label="Close the mail" onClick={onClose} />
      </header>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : data ? (
        <OpenedMail mail={data}>{waits(data) && <Settle mail={data} onSettled={onSettled} />}</OpenedMail>
      ) : (
        <SkeletonLines lines={8} label="Loading the mail" />
      )}
    </aside>
  );
}

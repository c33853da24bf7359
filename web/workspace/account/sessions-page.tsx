import { Button } from '@mantine/core';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { SessionLine } from './session-line.tsx';

/** Where one is signed in; each place can be signed out from here. */
export default function SessionsPage() {
  const { data, error, refetch } = useGet('GET /me/sessions', {});
  const refresh = ['GET /me/sessions'] as const;
  const end = useDo('DELETE /me/sessions/{id}', { failed: 'Not ended', refresh });
  const endOthers = useDo('DELETE /me/sessions', { failed: 'Not ended', refresh });
  const others = data?.items.filter(({ current }) => !current) ?? [];
  const askAll = async () => {
    const sure = await confirm({
      title: 'End all other sessions?',
      body: 'Every other browser in which you are signed in has to sign in again.',
      action: 'End them',
      danger: true,
    });
    if (sure) endOthers.mutate({});
  };
  return (
    <Section
      title="Where you are signed in"
      help="Do you not know one of these? End it and change your password."
      actions={
        others.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => void askAll()} loading={endOthers.isPending}>
            End all others
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={3} />}
      <ul className="f-lines">
        {data?.items.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => end.mutate({ params: { id: session.id } })} />
        ))}
      </ul>
    </Section>
  );
}

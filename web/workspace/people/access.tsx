import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { KeyLine } from '../account/key-line.tsx';
import { SessionLine } from '../account/session-line.tsx';

/** Where somebody is signed in and what works in their name, for whoever has to end it. */
export function Access({ id, name }: { id: string; name: string }) {
  const { data, error, refetch } = useGet('GET /staff/{id}/access', { params: { id } });
  const refresh = ['GET /staff/{id}/access'] as const;
  const end = useDo('DELETE /staff/{id}/sessions/{sessionId}', { failed: 'Not ended', refresh });
  const revoke = useDo('DELETE /staff/{id}/api-keys/{keyId}', { failed: 'Not revoked', refresh });
  const askRevoke = async (keyId: string, keyName: string) => {
    const sure = await confirm({
      title: `Revoke “${keyName}” of ${name}?`,
      body: 'Whatever uses this key stops working at once. This cannot be taken back.',
      action: 'Revoke',
      danger: true,
    });
    if (sure) revoke.mutate({ params: { id, keyId } });
  };
  const keys = data?.keys.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <Section title="Signed in, and keys">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data && data.sessions.length + keys.length === 0 && (
        <p className="f-plain f-dim">Signed in nowhere, and without keys.</p>
      )}
      <ul className="f-lines">
        {data?.sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            onEnd={() => end.mutate({ params: { id, sessionId: session.id } })}
          />
        ))}
        {keys.map((key) => (
          <KeyLine key={key.id} apiKey={key} onRevoke={() => void askRevoke(key.id, key.name)} />
        ))}
      </ul>
    </Section>
  );
}

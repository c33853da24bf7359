import { Badge, Button } from '@mantine/core';
import type { ApiKeyView } from '#shared/identity.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

/** One API key: what it may do, when it was used, and its end. */
export function KeyLine({ apiKey, onRevoke }: { apiKey: ApiKeyView; onRevoke(): void }) {
  const { name, hint, permissions, allClients, clientIds, lastUsedAt, expiresAt, revokedAt } = apiKey;
  const over = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  return (
    <li>
      <div>
        <bdi>{name}</bdi> <span className="f-mono f-dim">…{hint}</span>{' '}
        {revokedAt && <Badge color="gray">Revoked</Badge>}
        {!revokedAt && over && <Badge color="gray">Expired</Badge>}
        <div className="f-dim">
          {permissions.length === 1 ? '1 permission' : `${permissions.length} permissions`} ·{' '}
          {allClients ? 'all clients you see' : clientIds.length === 1 ? '1 client' : `${clientIds.length} clients`} ·{' '}
          {lastUsedAt ? (
            <>
              last used <TimeAgo at={lastUsedAt} long />
            </>
          ) : (
            'not used yet'
          )}
        </div>
      </div>
      {!revokedAt && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onRevoke} aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      )}
    </li>
  );
}

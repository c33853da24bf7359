import { Badge, Button } from '@mantine/core';
import type { EnrolmentKeyView } from '#shared/inventory-agent.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

type Props = { enrolmentKey: EnrolmentKeyView /** Null where the reader may not. */; onRevoke: (() => void) | null };

/** One key of inventory agents: where its machines are, how many report by it, and its end. */
export function EnrolmentKeyLine({ enrolmentKey, onRevoke }: Props) {
  const { name, hint, site, devices, lastUsedAt, revokedAt } = enrolmentKey;
  return (
    <li>
      <div className="f-enrolment-key">
        <bdi>{name}</bdi> <span className="f-mono f-dim">…{hint}</span>{' '}
        {revokedAt && <Badge color="gray">Revoked</Badge>}
        <div className="f-dim">
          {site && (
            <>
              <bdi>{site.name}</bdi> ·{' '}
            </>
          )}
          {devices === 1 ? '1 machine' : `${devices} machines`} ·{' '}
          {lastUsedAt ? (
            <>
              last used <TimeAgo at={lastUsedAt} long />
            </>
          ) : (
            'not used yet'
          )}
        </div>
      </div>
      {!revokedAt && onRevoke && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onRevoke} aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      )}
    </li>
  );
}

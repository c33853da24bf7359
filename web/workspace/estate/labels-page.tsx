import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { qrPath } from '#kernel/qr.ts';
import type { EstateItemRow } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { QrCode } from '#web/ui/codes/qr.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconTag } from '#web/ui/icons.ts';
import './labels.css';

/** As many as one reading tells of. */
const MOST = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Labels to be printed and stuck on: what an item is called, its tag and serial number, and a code that leads to its page. */
export default function LabelsPage() {
  const { at } = useAddress();
  const ids = [...new Set((at.get('ids') ?? '').split(','))].filter((id) => UUID.test(id)).slice(0, MOST);
  const { data, error, refetch } = useGet(
    'GET /items',
    { query: { id: ids, limit: MOST } },
    { enabled: ids.length > 0 },
  );
  const items = data?.items ?? [];
  const missing = data ? ids.length - items.length : 0;
  return (
    <div className="f-labels-page">
      <PageHead
        title="Labels"
        actions={
          <>
            <Button component={Link} to="/estate" variant="default" c="var(--button-color)">
              To the items
            </Button>
            {items.length > 0 && <Button onClick={() => window.print()}>Print</Button>}
          </>
        }
      />
      <PageBody>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : ids.length === 0 || data?.items.length === 0 ? (
          <EmptyState icon={IconTag} title="No items are chosen">
            Select items under Estate, and press Labels there.
          </EmptyState>
        ) : !data ? (
          <SkeletonLines lines={10} />
        ) : (
          <>
            {missing > 0 && (
              <p className="f-plain f-no-print" role="status">
                {missing === 1 ? '1 item is' : `${missing} items are`} not here: you may not see it, or it was joined
                with another.
              </p>
            )}
            <ul className="f-labels">
              {items.map((item) => (
                <Label key={item.id} item={item} />
              ))}
            </ul>
          </>
        )}
      </PageBody>
    </div>
  );
}

function Label({ item: { id, name, client, assetTag, serial } }: { item: EstateItemRow }) {
  const code = useMemo(() => qrPath(`${window.location.origin}/estate/${id}`), [id]);
  return (
    <li>
      <QrCode {...code} label={`QR code that leads to ${name}`} />
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {assetTag && <bdi className="f-label-tag">{assetTag}</bdi>}
        {serial && <span className="f-mono">S/N {serial}</span>}
        <bdi>{client.name}</bdi>
      </div>
    </li>
  );
}

import { useParams } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { inWords } from '../../desk/names.ts';
import { LifecycleEditor } from './lifecycle-editor.tsx';

/** How a kind of ticket moves, or those of a variant: its statuses, and who may take which step when. */
export default function LifecyclePage() {
  const { kind } = useParams({ from: '/workspace/settings/lifecycles/$kind' });
  const { data, error, refetch } = useGet('GET /lifecycles/{kind}', { params: { kind } });
  const { data: all } = useGet('GET /lifecycles', {});
  const tabs = (all?.items ?? []).map(({ key, kind: of }) => ({
    to: `/settings/lifecycles/${key}` as never,
    name: key === of ? kindName(of) : inWords(key.slice(of.length + 1)),
  }));
  return (
    <>
      <PageHead title="Lifecycles">
        <RoomTabs label="Kinds of ticket" tabs={tabs} />
      </PageHead>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <PageBody>
          <SkeletonLines lines={10} />
        </PageBody>
      )}
      {data && <LifecycleEditor key={kind} stored={data} />}
    </>
  );
}

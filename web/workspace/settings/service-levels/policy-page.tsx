import { useParams } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import './service-levels.css';

/** One policy: what it says, what it leaves to others, and its versions. */
export default function PolicyPage() {
  const { id } = useParams({ from: '/workspace/settings/policies/$id' });
  const { data, error, refetch } = useGet('GET /service-levels/policies/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <PolicyEditor key={id} policy={data} />;
  return (
    <>
      <PageHead title="Policy" />
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

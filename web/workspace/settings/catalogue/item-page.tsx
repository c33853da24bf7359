import { useParams } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { ItemEditor } from './item-editor.tsx';
import './catalogue.css';

/** One item of the catalogue. */
export default function ItemPage() {
  const { id } = useParams({ from: '/workspace/settings/catalogue/$id' });
  const { data, error, refetch } = useGet('GET /catalogue-items/{catalogueItemId}', {
    params: { catalogueItemId: id },
  });
  if (data) return <ItemEditor key={`${id} ${data.version}`} item={data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} whole />;
  return (
    <>
      <PageHead title="Item" />
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

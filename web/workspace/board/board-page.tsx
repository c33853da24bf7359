import { PageHead } from '#web/ui/frame/page-head.tsx';
export default function BoardPage() {
  return <PageHead title="Board" />;
}

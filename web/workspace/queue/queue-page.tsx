import { PageHead } from '#web/ui/frame/page-head.tsx';
export default function QueuePage() {
  return <PageHead title="Queue" />;
}

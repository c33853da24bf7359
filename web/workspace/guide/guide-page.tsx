import { Link, useParams } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { GuideText } from './guide-text.tsx';
import { PAGES } from './pages.ts';
import './guide.css';

/** The user guide, inside the app: the same pages as in docs/guide, so that it needs no internet. */
export default function GuidePage() {
  const { topic } = useParams({ from: '/workspace/guide/$topic' });
  const page = PAGES.find((one) => one.topic === topic);
  return (
    <div className="f-guide">
      <nav aria-label="Guide">
        {PAGES.map((one) => (
          <Link key={one.topic} to="/guide/$topic" params={{ topic: one.topic }} activeProps={{ 'data-active': true }}>
            {one.title}
          </Link>
        ))}
      </nav>
      {page ? (
        <article>
          <PageHead title={page.title} />
          <GuideText html={page.html} />
        </article>
      ) : (
        <EmptyState title="The guide has no such page">Choose one from the list.</EmptyState>
      )}
    </div>
  );
}

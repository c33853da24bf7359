import { Link } from '@tanstack/react-router';
import type { ArticleRow } from '#shared/knowledge.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { Marked } from '#web/ui/text/marked.tsx';
import { ArticleState } from './state.tsx';
import { readersOf } from './words.ts';

const count = (number: number) => number || <span className="f-dim">0</span>;
const helpfulShare = (helpful: number, unhelpful: number) =>
  helpful + unhelpful > 0 ? (
    `${Math.round((100 * helpful) / (helpful + unhelpful))} %`
  ) : (
    <span className="f-dim">–</span>
  );

/** The columns of the list; `words` are marked where they stand. */
export function articleColumns(words: readonly string[]): readonly Column<ArticleRow>[] {
  const title = (article: ArticleRow) => (
    <span className="f-table-title">
      <Link to="/knowledge/$id" params={{ id: article.id }} className="f-cut" tabIndex={-1}>
        <bdi>
          <Marked text={article.title} words={words} />
        </bdi>
      </Link>
      <span className="f-dim f-cut">
        {article.found ? (
          <bdi>
            <Marked text={article.found} words={words} />
          </bdi>
        ) : (
          <bdi>{article.category?.name ?? 'No category'}</bdi>
        )}
      </span>
    </span>
  );
  return [
    {
      key: 'title',
      title: 'Title',
      width: 'minmax(160px, 4fr)',
      cell: title,
      narrow: (article) => (
        <span className="f-table-title">
          {title(article)}
          <span className="f-table-note">
            <ArticleState article={article} short />
            <bdi className="f-dim f-cut">{readersOf(article)}</bdi>
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      title: 'State',
      width: 'minmax(188px, 1fr)',
      from: 560,
      cell: (article) => <ArticleState article={article} short />,
    },
    {
      key: 'readers',
      title: 'For',
      width: 'minmax(100px, 1fr)',
      from: 640,
      cell: (article) => <bdi className="f-cut">{readersOf(article)}</bdi>,
    },
    {
      key: 'owner',
      title: 'Owner',
      width: 'minmax(90px, 1fr)',
      from: 860,
      cell: ({ owner }) => (owner ? <bdi className="f-cut">{owner.name}</bdi> : <span className="f-dim">Nobody</span>),
    },
    {
      key: 'views',
      title: 'Read',
      width: '56px',
      align: 'end',
      from: 1000,
      cell: ({ measures }) => count(measures.views),
    },
    {
      key: 'helpful',
      title: 'Helpful',
      width: '72px',
      align: 'end',
      from: 1000,
      cell: ({ measures: { helpful, unhelpful } }) => helpfulShare(helpful, unhelpful),
    },
    {
      key: 'uses',
      title: 'Used',
      width: '56px',
      align: 'end',
      from: 1000,
      cell: ({ measures }) => count(measures.uses),
    },
    {
      key: 'spared',
      title: 'Spared',
      width: '64px',
      align: 'end',
      from: 1120,
      cell: ({ measures }) => count(measures.deflected),
    },
    { key: 'updated', title: 'Changed', width: '84px', from: 720, cell: ({ updatedAt }) => <TimeAgo at={updatedAt} /> },
  ];
}

import type { ArticleDiff } from '#shared/knowledge.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';

type Block = ArticleDiff['blocks'][number];
type Props = { articleId: string; before: string; after: string; language: string };

const SIGNS = { same: '', added: '+', removed: '−', changed: '±' } as const;
const SAID = { same: '', added: 'Added: ', removed: 'Removed: ', changed: 'Changed: ' } as const;

/** What differs between two texts, in the order they are read; what is the same stands around it. */
export function Diff({ articleId, before, after, language }: Props) {
  const { data, error, refetch } = useGet('GET /articles/{id}/diff', {
    params: { id: articleId },
    query: { before, after },
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} />;
  const same = data.blocks.every(({ kind }) => kind === 'same');
  return (
    <>
      {same && (
        <p className="f-plain" role="status">
          Nothing differs in the words.
        </p>
      )}
      <ul className="f-diff" lang={language}>
        {data.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one comparison never change places
          <li key={index} data-kind={block.kind} data-tag={block.tag}>
            <span className="f-diff-sign" aria-hidden="true">
              {SIGNS[block.kind]}
            </span>
            {SAID[block.kind] && <span className="f-hidden">{SAID[block.kind]}</span>}
            <Words block={block} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a block that was rewritten, its words that came and went; of any other, its words. */
function Words({ block: { kind, parts } }: { block: Block }) {
  return (
    <span dir="auto">
      {parts.map((part, index) => {
        if (kind !== 'changed' || part.kind === 'same') return part.text;
        const Tag = part.kind === 'added' ? 'ins' : 'del';
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never change places
        return <Tag key={index}>{part.text}</Tag>;
      })}
    </span>
  );
}

import { Badge } from '@mantine/core';
import type { ArticleRow } from '#shared/knowledge.ts';
import { STATE_COLOURS, STATE_WORDS } from './words.ts';

type Stands = Pick<ArticleRow, 'state' | 'draftState' | 'overdue'> & { flags: number | readonly unknown[] };

/** How an article stands, and whether something waits: its review, a newer draft. `short` has room for one of these. */
export function ArticleState({ article, short = false }: { article: Stands; short?: boolean }) {
  const { state, draftState, overdue, flags } = article;
  const flagged = typeof flags === 'number' ? flags > 0 : flags.length > 0;
  const next = state === 'published' && draftState !== null;
  return (
    <span className="f-article-state">
      <Badge color={STATE_COLOURS[state]}>{STATE_WORDS[state]}</Badge>
      {flagged && <Badge color="yellow">Flagged</Badge>}
      {overdue && !(short && flagged) && <Badge color="yellow">Review due</Badge>}
      {next && !(short && (overdue || flagged)) && (
        <Badge color={STATE_COLOURS[draftState]}>
          {draftState === 'in_review' ? 'Next in review' : 'Next drafted'}
        </Badge>
      )}
    </span>
  );
}

import { Button } from '@mantine/core';
import { SCORES, type Score } from '#shared/satisfaction-words.ts';
import { t } from './words/t.ts';

export const SCORE_WORDS = { good: 'rating.good', fair: 'rating.fair', bad: 'rating.bad' } as const;

/** How content somebody is, in one press. */
export function ScoreButtons({
  score,
  sent = true,
  busy,
  onScore,
}: {
  score: Score | null;
  /** Whether the score has been said, and not only been chosen. */
  sent?: boolean;
  busy: boolean;
  onScore(score: Score): void;
}) {
  return (
    <div className="f-portal-buttons">
      {SCORES.map((one) => (
        <Button
          key={one}
          variant={score === one ? 'filled' : 'default'}
          aria-pressed={sent && score === one}
          disabled={busy}
          onClick={() => onScore(one)}
        >
          {t(SCORE_WORDS[one])}
        </Button>
      ))}
    </div>
  );
}

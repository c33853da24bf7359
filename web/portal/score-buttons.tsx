import { Button } from '@mantine/core';
import { SCORES, type Score } from '#shared/satisfaction-words.ts';
import { t } from './words/t.ts';

const WORDS = { good: 'rating.good', fair: 'rating.fair', bad: 'rating.bad' } as const;

/** How content somebody is, in one press. */
export function ScoreButtons({
  score,
  busy,
  onScore,
}: {
  score: Score | null;
  busy: boolean;
  onScore(score: Score): void;
}) {
  return (
    <div className="f-portal-buttons">
      {SCORES.map((one) => (
        <Button
          key={one}
          variant={score === one ? 'filled' : 'default'}
          aria-pressed={score === one}
          disabled={busy}
          onClick={() => onScore(one)}
        >
          {t(WORDS[one])}
        </Button>
      ))}
    </div>
  );
}

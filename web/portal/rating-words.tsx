import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from './words/t.ts';

/** What somebody adds in words to how content they are. */
export function RatingWords(props: { comment: string; busy: boolean; onSay(words: string): void }) {
  const { comment, busy, onSay } = props;
  const [words, setWords] = useState(comment);
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(words);
      }}
    >
      <Textarea
        label={t('rating.words')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="f-portal-buttons">
        <Button type="submit" variant="default" loading={busy} disabled={words.trim() === comment}>
          {t('common.send')}
        </Button>
      </div>
    </form>
  );
}

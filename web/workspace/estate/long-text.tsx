import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';

/** What has more letters than this fills more than a few lines of a wide page. */
const LONG = 300;

/** A text of any length: one that is long is cut to a few lines, until somebody asks for all of it. `what` it is, for who only hears the page. */
export function LongText({ text, what }: { text: string; what: string }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= LONG) return <bdi>{text}</bdi>;
  return (
    <>
      <span className="f-long" data-cut={!whole || undefined}>
        <bdi>{text}</bdi>
      </span>
      <UnstyledButton
        className="f-why"
        aria-label={whole ? `Show less of ${what}` : `Show all of ${what}`}
        onClick={() => setWhole(!whole)}
      >
        {whole ? 'show less' : 'show all'}
      </UnstyledButton>
    </>
  );
}

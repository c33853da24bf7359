import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';

type Verdict = { approve: true } | { approve: false; note: string };
type Props = {
  /** What is ticked: "3 entries"; empty where nothing is. */
  of: string;
  /** What is approved already is only returned. */
  returnOnly?: boolean;
  busy: boolean;
  onDecide(verdict: Verdict): Promise<unknown>;
};

/** Approving what is ticked, or returning it with a reason. */
export function DecideFoot({ of, returnOnly = false, busy, onDecide }: Props) {
  const [note, setNote] = useState('');
  // What was refused is told by the page; the reason stays for another try.
  const decide = (verdict: Verdict) =>
    void onDecide(verdict).then(
      () => setNote(''),
      () => {},
    );
  return (
    <>
      <Textarea
        label="Why it is returned"
        description={returnOnly ? undefined : 'Needed only to return what is ticked'}
        autosize
        minRows={1}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="f-form-foot">
        <Button
          variant="default"
          disabled={busy || of === '' || note.trim() === ''}
          onClick={() => decide({ approve: false, note })}
        >
          Return {returnOnly && of}
        </Button>
        {!returnOnly && (
          <Button disabled={busy || of === ''} onClick={() => decide({ approve: true })}>
            Approve {of}
          </Button>
        )}
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import { REVIEW_RESULTS, type ReviewResult } from '#shared/problem-words.ts';
import { useDo } from '#web/api/use.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { AreaField, PickField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

const RESULTS: Readonly<Record<ReviewResult, string>> = {
  stopped: 'They stopped',
  fewer: 'There are fewer',
  not_fixed: 'It is not fixed',
};

/** Whether it stopped: incidents before it was resolved and since, and what somebody made of that. */
export function Review({ problem }: { problem: ProblemView }) {
  const can = useCan();
  const [writing, setWriting] = useState(false);
  const { counts, review, reviewOn } = problem;
  const link = useDo('POST /problems/{idOrKey}/incidents', { failed: 'Not put to it', refresh: TOUCHED });
  if (!counts) return null;
  return (
    <section aria-label="Review">
      <header className="f-problem-head">
        <h2>Did they stop?</h2>
        {can('problem.manage') && !writing && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setWriting(true)}>
            {review ? 'Review again' : 'Review'}
          </Button>
        )}
      </header>
      <p className="f-plain">
        {counts.before} in the {counts.weeks} weeks before it was resolved, {counts.after} since.
        {reviewOn && ` It is to be reviewed on ${dayWords(reviewOn)}.`}
      </p>
      {review && (
        <p className="f-plain">
          <strong>{RESULTS[review.result]}</strong>, says <bdi>{review.by}</bdi> <TimeAgo at={review.at} />.{' '}
          <bdi>{review.text}</bdi>
        </p>
      )}
      {writing && <ReviewForm problem={problem} onClose={() => setWriting(false)} />}
      {counts.alike.length > 0 && (
        <>
          <h3>Since then, and like its incidents</h3>
          <ul className="f-related">
            {counts.alike.map((one) => (
              <li key={one.id}>
                <Link to="/tickets/$key" params={{ key: one.key }}>
                  <span className="f-dim">{one.key}</span>
                  <bdi className="f-cut">{one.title}</bdi>
                  <PriorityMark priority={one.priority} />
                </Link>
                {can('problem.manage') && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    onClick={() =>
                      link.mutate({
                        params: { idOrKey: problem.id },
                        body: { ticketIds: [one.id], why: 'it came back after the fix' },
                      })
                    }
                  >
                    It is this
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Writes whether it stopped. */
export function ReviewForm({ problem, onClose }: { problem: ProblemView; onClose(): void }) {
  const form = useForm<{ result: string | null; text: string }>({
    values: { result: problem.counts?.after === 0 ? 'stopped' : 'fewer', text: '' },
    save: ({ values: { result, text } }) =>
      send(
        'POST /problems/{idOrKey}/review',
        { params: { idOrKey: problem.id }, body: { version: problem.version, result: result as ReviewResult, text } },
        TOUCHED,
      ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save the review" onCancel={onClose}>
      <PickField
        form={form}
        name="result"
        label="What came of it"
        data={REVIEW_RESULTS.map((value) => ({ value, label: RESULTS[value] }))}
      />
      <AreaField form={form} name="text" label="What was learnt" autosize minRows={2} maxLength={10_000} />
    </FormShell>
  );
}

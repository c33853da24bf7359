import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImprovementView } from '#shared/improvement.ts';
import { useDo } from '#web/api/use.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';

const TOUCHED = ['GET /improvements', 'GET /improvements/{id}'] as const;
const DAY_MS = 86_400_000;
const MONTH = 30;

/** Measures a period: as the baseline while there is none, then as how it is now. */
export function MeasureForm({ improvement: { id, version, measure, baseline } }: { improvement: ImprovementView }) {
  const now = useNow();
  const [from, setFrom] = useState(() => dayIn(now - MONTH * DAY_MS, 'UTC'));
  const [to, setTo] = useState(() => dayIn(now, 'UTC'));
  const [figure, setFigure] = useState<number | string>('');
  const take = useDo('POST /improvements/{id}/baseline', { failed: 'Not measured', refresh: TOUCHED });
  const read = useDo('POST /improvements/{id}/readings', { failed: 'Not measured', refresh: TOUCHED });
  const hand = measure === null;
  const input = {
    params: { id },
    body: { version, from, to, ...(hand && typeof figure === 'number' ? { figure } : {}) },
  };
  const isWrong = from === '' || to === '' || to < from || (hand && typeof figure !== 'number');
  return (
    <div className="f-improvement-days">
      <TextInput type="date" label="From" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="To" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      {hand && <NumberInput label="Figure" value={figure} onChange={setFigure} />}
      {baseline === null ? (
        <Button disabled={isWrong} loading={take.isPending} onClick={() => take.mutate(input)}>
          Take the baseline
        </Button>
      ) : (
        <Button disabled={isWrong} loading={read.isPending} onClick={() => read.mutate(input)}>
          Measure the effect
        </Button>
      )}
    </div>
  );
}

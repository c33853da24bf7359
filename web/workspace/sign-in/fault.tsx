import { toProblem } from '#web/api/problem.ts';

/** Why it did not work, above the button that was pressed. */
export function Fault({ error }: { error: unknown }) {
  if (!error) return null;
  const problem = toProblem(error);
  const wait = problem.retryAfter ? ` Try again in ${problem.retryAfter} seconds.` : '';
  return (
    <p className="f-door-fault" role="alert">
      {problem.message}
      {wait}
    </p>
  );
}

import { sayRefusal, toProblem } from '#web/api/problem.ts';

/** Why an action was refused, inside its dialogue. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p className="f-refused" role="alert">
      {sayRefusal(toProblem(error))}
    </p>
  );
}

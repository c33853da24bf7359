import { toProblem } from '#web/api/problem.ts';

/** Why an action was refused, inside its dialogue. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  const { message, errors } = toProblem(error);
  return (
    <p className="f-refused" role="alert">
      {errors.length > 0 ? errors.map((one) => `${one.path}: ${one.message}`).join('; ') : message}
    </p>
  );
}

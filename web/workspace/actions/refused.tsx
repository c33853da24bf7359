import { toProblem } from '#web/api/problem.ts';
import { sayRefusal } from '#web/api/say-problem.ts';

type Props = {
  error: unknown;
  /** Paths of fields that say by themselves what is wrong with them. */
  shown?: readonly string[];
  /** The sentence about the whole says it all, the field among it. */
  whole?: boolean;
};

/** Why an action was refused, inside its dialogue: all that no field there says. */
export function Refused({ error, shown = [], whole = false }: Props) {
  if (!error) return null;
  const { message, errors } = toProblem(error);
  const rest = errors.filter(({ path }) => !shown.includes(path));
  if (errors.length > 0 && rest.length === 0) return null;
  return (
    <p className="f-refused" role="alert">
      {sayRefusal({ message, errors: whole ? [] : rest })}
    </p>
  );
}

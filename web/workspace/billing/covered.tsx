import type { ContractView, CoversShape } from '#shared/contract.ts';
import { coversWords } from './words.ts';

type Props = {
  line: { covers?: Partial<CoversShape> | null | undefined };
  /** How what lines take in is called. */
  covered: ContractView['covered'];
};

/** Which work a line takes in, by name. */
export const Covered = ({ line, covered }: Props) => (
  <ul className="f-terms">
    {coversWords(line, covered).map((words) => (
      <li key={words}>
        <bdi>{words}</bdi>
      </li>
    ))}
  </ul>
);

import type { PromisedView } from '#shared/policy.ts';
import { useActionWords } from './action-words.ts';
import { originWords } from './words.ts';

/** What happens as time runs out, in words, and who says so. */
export function ThresholdsList({ thresholds: { list, from } }: { thresholds: PromisedView['thresholds'] }) {
  const words = useActionWords();
  return (
    <div className="f-thresholds-said">
      {list.length === 0 && <p className="f-plain">Nothing happens by itself; at 100 % it is missed.</p>}
      <ul className="f-lines">
        {list.map(({ percent, actions }) => (
          <li key={percent}>
            <span className="f-percent">{percent} %</span>
            <div className="f-grow">{actions.map(words).join('; ') || 'is noted'}</div>
          </li>
        ))}
      </ul>
      {from && (
        <p className="f-plain f-dim">
          {from.level === 'built_in' ? 'As Fettle comes with it.' : `From ${originWords(from)}.`}
        </p>
      )}
    </div>
  );
}

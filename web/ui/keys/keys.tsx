import { Fragment } from 'react';
import { comboLabels, isApple } from './combo.ts';
import './keys.css';

/** Shows a key combination as key caps. Decoration beside a visible name, so screen readers skip it. */
export function Keys({ combo }: { combo: string }) {
  return (
    <span className="f-keys" aria-hidden="true">
      {comboLabels(combo, isApple()).map((stroke, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the strokes of one combination never change places
        <Fragment key={index}>
          {index > 0 && <span className="f-keys-then">then</span>}
          {stroke.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

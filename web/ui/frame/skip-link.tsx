import { ui } from '../words/words.ts';
import './skip-link.css';

/** The first thing that the keyboard meets: past what stands on every page, to what this one says. */
export function SkipLink() {
  return (
    <a className="f-skip" href="#content">
      {ui('ui.skip')}
    </a>
  );
}

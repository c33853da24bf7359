import faces from '@fontsource-variable/inter/wght.css?inline';
import rules from './mail-text.css?inline';
import rich from './rich.css?inline';

/** Beside the policy of the page, which holds in the frame as well: nothing but our letters is asked for, whatever the text says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/** What the frame may: its links open elsewhere, and the page may measure it. No scripts, no forms, no way to the page around it. */
export const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The document of a mail. `clean`: HTML that was cleaned. */
export const mailDocument = (clean: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  `<style>${faces}${rules}${rich}</style></head><body class="f-text" dir="auto">${clean}</body></html>`;

const LETTERS = ['font-family', 'font-size', 'line-height', 'font-feature-settings', 'font-variant-numeric'];
const COLOURS = [
  '--f-text',
  '--f-accent',
  '--f-dim',
  '--f-sunken',
  '--f-line-strong',
  '--f-picked',
  '--mantine-font-family-monospace',
];

/** Writes the page's letters and colours, as they are where the frame stands, into its document. */
function dress(frame: HTMLIFrameElement, { documentElement: root }: Document): void {
  const around = getComputedStyle(frame);
  for (const name of COLOURS) root.style.setProperty(name, around.getPropertyValue(name));
  root.style.colorScheme = around.colorScheme;
  for (const name of LETTERS) root.style.setProperty(name, around.getPropertyValue(name));
}

/** Makes the frame as tall as what it holds. */
function stretch(frame: HTMLIFrameElement, { body }: Document): void {
  frame.style.height = `${Math.ceil(body.getBoundingClientRect().height)}px`;
}

/** Hands a key on to the page, which has its own; Tab is the browser's. */
function handKeyOn(frame: HTMLIFrameElement, event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  if (key === 'Tab') return;
  const pressed = { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, bubbles: true, cancelable: true };
  if (!frame.dispatchEvent(new KeyboardEvent('keydown', pressed))) event.preventDefault();
}

/** No paper is narrower: what is printed is made as tall as it is there, since nothing measures it on its way to paper. */
const PAPER = '620px';

/**
 * Keeps the document of a mail like the page around it and its frame as tall as it is; the returned function ends that. Nothing of it
 * runs inside the frame.
 */
export function tendFrame(frame: HTMLIFrameElement, inside: Document): () => void {
  const width = (most: string) => {
    inside.body.style.maxWidth = most;
    stretch(frame, inside);
  };
  dress(frame, inside);
  stretch(frame, inside);
  const size = new ResizeObserver(() => stretch(frame, inside));
  size.observe(inside.body);
  const theme = new MutationObserver(() => dress(frame, inside));
  theme.observe(document.documentElement, { attributes: true });
  const end = new AbortController();
  const { signal } = end;
  inside.addEventListener('keydown', (event) => handKeyOn(frame, event), { signal });
  // What is open closes where somebody presses elsewhere.
  const pressed = () => frame.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  inside.addEventListener('mousedown', pressed, { signal });
  window.addEventListener('beforeprint', () => width(PAPER), { signal });
  window.addEventListener('afterprint', () => width(''), { signal });
  return () => {
    size.disconnect();
    theme.disconnect();
    end.abort();
  };
}

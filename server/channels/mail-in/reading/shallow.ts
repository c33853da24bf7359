import { Parser } from 'htmlparser2';

/** More elements within each other are no layout, and cost parsers time with the square of their number. */
const MOST_DEPTH = 600;
/** What is left of HTML that is too deep: its breaks, its pictures, and what hides text. */
const LEFT = new Set(['br', 'hr', 'img', 'script', 'style']);

/** Ends the reading of HTML that is too deep. */
class TooDeep extends Error {}

function isDeep(html: string): boolean {
  let depth = 0;
  const parser = new Parser({
    onopentag() {
      depth += 1;
      if (depth > MOST_DEPTH) throw new TooDeep();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  try {
    parser.write(html);
    return false;
  } catch (error) {
    if (error instanceof TooDeep) return true;
    throw error;
  }
}

/** HTML whose elements do not lie too deep within each other: as it is, or with nothing but breaks and pictures left of it. */
export function shallowHtml(html: string, fault: (sentence: string) => void = () => {}): string {
  if (!isDeep(html)) return html;
  fault('The HTML holds too many elements within each other; only its text is shown.');
  return html.replace(/<\/?([a-z][a-z0-9:-]{0,40})/gi, (tag, name: string) =>
    LEFT.has(name.toLowerCase()) ? tag : '<br',
  );
}

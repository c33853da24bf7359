import { Parser } from 'htmlparser2';

const ELEMENTS = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan defs use symbol title desc
  linearGradient radialGradient stop clipPath mask style`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points id class transform version preserveAspectRatio
  fill fill-opacity fill-rule clip-rule clip-path mask stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset stroke-opacity opacity offset stop-color stop-opacity gradientUnits gradientTransform
  spreadMethod clipPathUnits maskUnits maskContentUnits font-family font-size font-weight font-style text-anchor
  letter-spacing color display visibility style href`.split(/\s+/),
);
/** What draws something. */
const SHAPES = new Set('path rect circle ellipse line polyline polygon text use'.split(' '));
/** What a value may not hold: an address other than one in the picture itself, an escape, a rule that fetches. */
const OUTSIDE = /url\s*\((?!\s*["']?#[\w-]+["']?\s*\))|[\\@<>]|javascript:|data:|expression|import/i;
const MOST_ELEMENTS = 5_000;

/**
 * An SVG picture without anything that runs, fetches or links: only shapes, text, gradients and plain styles stay. Null for what is no
 * such picture or draws nothing that may stay. The text is written anew, so that nothing unread gets through.
 */
export function safeSvg(text: string): { svg: string; width: number; height: number } | null {
  // Entities could hide what is looked for.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return null;
  const out: string[] = [];
  const open: string[] = [];
  let skipped = 0;
  let shapes = 0;
  let elements = 0;
  let root: Record<string, string> | null = null;
  let broken = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (skipped > 0 || !ELEMENTS.has(name)) {
          skipped += 1;
          return;
        }
        if (open.length === 0 && (root !== null || name !== 'svg')) broken = true;
        root ??= attributes;
        if (SHAPES.has(name)) shapes += 1;
        open.push(name);
        const kept = Object.entries(attributes).flatMap(([attribute, value]) => attributeText(attribute, value));
        const space = open.length === 1 ? [' xmlns="http://www.w3.org/2000/svg"'] : [];
        out.push(`<${name}${[...space, ...kept].join('')}>`);
      },
      ontext(words) {
        if (skipped > 0 || open.length === 0) return;
        if (open.at(-1) === 'style') {
          if (!OUTSIDE.test(words)) out.push(escaped(words));
        } else if (['text', 'tspan', 'title', 'desc'].includes(open.at(-1) ?? '')) out.push(escaped(words));
      },
      onclosetag(name) {
        if (skipped > 0) skipped -= 1;
        else if (open.pop() === name) out.push(`</${name}>`);
        else broken = true;
      },
      onerror() {
        broken = true;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (broken || root === null || shapes === 0 || elements > MOST_ELEMENTS) return null;
  const size = sizeOf(root);
  return size && { svg: out.join(''), ...size };
}

function attributeText(attribute: string, value: string): string[] {
  const name = attribute === 'xlink:href' ? 'href' : attribute;
  if (!ATTRIBUTES.has(name) || name === 'xmlns' || OUTSIDE.test(value)) return [];
  if (name === 'href' && !/^#[\w-]+$/.test(value)) return [];
  return [` ${name}="${escaped(value)}"`];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

/** By its viewBox, which says the proportions; else by width and height. */
function sizeOf({ viewBox = '', width = '', height = '' }: Record<string, string>) {
  const box = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const plain = [width, height].map((text) =>
    /^[\d.]+(px)?$/.test(text.trim()) ? Number.parseFloat(text) : Number.NaN,
  );
  const [wide, high] = box.length === 4 && box.every(Number.isFinite) ? [box[2], box[3]] : plain;
  if (!wide || !high || !(wide > 0) || !(high > 0)) return null;
  const scale = 512 / Math.max(wide, high);
  return { width: Math.max(1, Math.round(wide * scale)), height: Math.max(1, Math.round(high * scale)) };
}

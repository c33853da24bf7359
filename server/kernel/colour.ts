/** Colours as people type them: `#rrggbb`. Contrast by WCAG 2.2 (relative luminance), nearness in OKLab (Björn Ottosson, 2020). */
export const COLOUR = /^#[0-9a-f]{6}$/;

/** What text needs against its ground: WCAG 2.2, 1.4.3, level AA. */
export const TEXT_CONTRAST = 4.5;

type Triple = readonly [number, number, number];

const channels = (colour: string): Triple =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as unknown as Triple;
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const coded = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map(linear) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The ground on which a colour is read worst, and its contrast there. */
export function worst(colour: string, grounds: readonly string[]): { ground: string; ratio: number } {
  return grounds
    .map((ground) => ({ ground, ratio: contrast(colour, ground) }))
    .reduce((least, one) => (one.ratio < least.ratio ? one : least));
}

/** As it is written: rounded down, so that what just fails never reads as what is needed. */
export const ratioWords = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;

/**
 * The colour nearest to this one that is read on all of these grounds: of the same hue, darker or lighter by as little as does, and paler
 * only where the screen has no such colour. Null where grounds are so far apart that none is.
 */
export function nearestReadable(colour: string, grounds: readonly string[], needed = TEXT_CONTRAST): string | null {
  const passes = (one: string) => worst(one, grounds).ratio >= needed;
  if (passes(colour)) return colour;
  const [light, a, b] = toOklab(colour);
  const found = [0, 1].flatMap((end) => {
    const at = (part: number) => fromOklab([light + (end - light) * part, a, b]);
    if (!passes(at(1))) return [];
    // The contrast only grows on the way to black or white once it has begun to.
    let [fails, does] = [0, 1];
    for (let step = 0; step < 24; step += 1) {
      const middle = (fails + does) / 2;
      if (passes(at(middle))) does = middle;
      else fails = middle;
    }
    return [at(does)];
  });
  return found.toSorted((one, other) => distance(one, colour) - distance(other, colour))[0] ?? null;
}

function distance(one: string, other: string): number {
  const [a, b] = [toOklab(one), toOklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function toOklab(colour: string): Triple {
  const [r, g, b] = channels(colour).map(linear) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The nearest colour that a screen has: of the same lightness and hue, as colourful as there is. */
function fromOklab([light, a, b]: Triple): string {
  let [inside, outside] = [0, 1];
  if (fits(rgb([light, a, b]))) inside = 1;
  for (let step = 0; step < 16 && inside < 1; step += 1) {
    const middle = (inside + outside) / 2;
    if (fits(rgb([light, a * middle, b * middle]))) inside = middle;
    else outside = middle;
  }
  const parts = rgb([light, a * inside, b * inside]).map((value) =>
    Math.round(Math.min(1, Math.max(0, coded(Math.max(0, value)))) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

const fits = (parts: Triple): boolean => parts.every((value) => value >= -0.0005 && value <= 1.0005);

function rgb([light, a, b]: Triple): Triple {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Ten steps from lightest to darkest, as Mantine counts them. */
export type Scale = readonly [string, string, string, string, string, string, string, string, string, string];

/** Petrol: the accent of an installation that has chosen none. Step 7 carries white text, step 4 dark text (both AA). */
export const ACCENT: Scale = [
  '#ecf8f9',
  '#d8eff1',
  '#b0dfe3',
  '#82cbd2',
  '#55b4be',
  '#2f9ba7',
  '#17838f',
  '#0b6b77',
  '#09565f',
  '#08434b',
];

/** Neutral greys of the light theme, a touch cool. */
export const GREY: Scale = [
  '#f7f8f9',
  '#f0f1f3',
  '#e5e7ea',
  '#d6d9de',
  '#c2c6cd',
  '#8d939e',
  '#666d79',
  '#535a66',
  '#3a3f49',
  '#1c1f25',
];

/** Neutral greys of the dark theme, from text to the deepest ground. */
export const DARK: Scale = [
  '#e4e6ea',
  '#c6cad1',
  '#a0a6b1',
  '#7b818d',
  '#3a3e47',
  '#2b2e35',
  '#202329',
  '#16181c',
  '#101114',
  '#0a0b0d',
];

/**
 * Colours by what they mean, light and dark. Every text colour reaches 4.5:1 on the grounds it is used on, every
 * line and shape 3:1.
 */
export const MEANING = {
  ground: ['#ffffff', '#16181c'],
  sunken: ['#f7f8f9', '#101114'],
  raised: ['#ffffff', '#202329'],
  line: ['#e5e7ea', '#2b2e35'],
  'line-strong': ['#d6d9de', '#3a3e47'],
  text: ['#1c1f25', '#e4e6ea'],
  dim: ['#5a616d', '#a0a6b1'],
  hover: ['#f3f4f6', '#1e2126'],
  active: ['#e8f4f5', '#1b2b2f'],
  picked: ['#dcf0f2', '#20363b'],
  accent: ['#0b6b77', '#55b4be'],
  red: ['#c42b2b', '#ff8585'],
  'red-soft': ['#fdecec', '#3a1d20'],
  amber: ['#8f5200', '#f5b74a'],
  'amber-line': ['#c97a0a', '#f0a92e'],
  'amber-soft': ['#fdf3e1', '#332713'],
  green: ['#22703a', '#6fcf8b'],
  'green-soft': ['#e7f5ea', '#17301f'],
  blue: ['#2a5db0', '#8ab4f8'],
  'blue-soft': ['#eaf1fb', '#1b2840'],
  code: ['rgb(28 31 37 / 6%)', 'rgb(228 230 234 / 9%)'],
  note: ['#fdf8e7', '#2a2516'],
  'note-line': ['#ecdfb4', '#4a4021'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** The accent of a portal that has none of its own, on light and on dark. */
export const PORTAL_ACCENT = { light: '#0b6b77', dark: '#55b4be' } as const;

/** The grounds that an accent is read on in the portal: page, sunken, raised and hovered, as the theme has them. */
export const PORTAL_GROUNDS = {
  light: ['#ffffff', '#f7f8f9', '#f3f4f6'],
  dark: ['#16181c', '#101114', '#202329', '#1e2126'],
} as const;

/** How long the texts of a portal may be. */
export const BRAND_LENGTHS = { name: 60, welcome: 400, support: 200, label: 40, url: 500 } as const;
export const MOST_LINKS = 6;

/** What a logo or an icon may have: bytes, and pixels of each side. */
export const MOST_PICTURE_BYTES = 256 * 1024;
export const PICTURE_SIDES = { least: 16, most: 4096 } as const;

import { initials } from '#kernel/initials.ts';
import type { Picture } from './picture.ts';

const SIDE = 512;
/** Of what kind an icon is that is drawn here. */
export const DRAWN = 'image/svg+xml';
/** What stays in sight however a phone cuts an icon: a circle of 80 % (W3C, Web Application Manifest, "maskable"). */
const SAFE = 0.56;

/** What an icon is drawn from. */
export type Look = { name: string; accent: string; icon: Picture | null };

/** An icon for tabs and lists: the one that was chosen, else the name's initials on the accent. */
export const plainIcon = ({ name, accent, icon }: Look): Pick<Picture, 'mediaType' | 'bytes'> =>
  icon ?? svg(`<rect width="${SIDE}" height="${SIDE}" rx="96" fill="${accent}"/>${letters(name)}`);

/** The same for a phone, which cuts it into a shape of its own: on a ground to all edges, with room around. */
export function maskableIcon({ name, accent, icon }: Look): Pick<Picture, 'mediaType' | 'bytes'> {
  const ground = (fill: string) => `<rect width="${SIDE}" height="${SIDE}" fill="${fill}"/>`;
  if (!icon) return svg(ground(accent) + letters(name));
  const side = SIDE * SAFE;
  const at = (SIDE - side) / 2;
  const data = `data:${icon.mediaType};base64,${icon.bytes.toString('base64')}`;
  return svg(`${ground('#ffffff')}<image href="${data}" x="${at}" y="${at}" width="${side}" height="${side}"/>`);
}

const svg = (inside: string) => ({
  mediaType: DRAWN,
  bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${inside}</svg>`),
});

const letters = (name: string) =>
  `<text x="256" y="256" dy=".36em" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="600" font-size="208" fill="#ffffff">${initials(
    name,
  ).replace(/[&<>"]/g, '')}</text>`;

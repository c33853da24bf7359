import { nearestReadable, ratioWords, TEXT_CONTRAST, worst } from '#kernel/colour.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { defineSetting } from '#platform/settings/index.ts';
import {
  PortalColours as ColoursBody,
  type PortalColours,
  PortalImage,
  PortalLinks,
  PortalName,
  PortalTexts,
} from '#shared/brand.ts';
import { PORTAL_ACCENT, PORTAL_GROUNDS } from '#shared/brand-words.ts';
import { findPicture } from './keep-picture.ts';

const levels = ['provider', 'group', 'client'] as const;

export const PORTAL_NAME = defineSetting({
  key: 'portal.name',
  title: 'Name of the portal',
  help: 'What stands at the top of the portal and under its icon on a phone. Empty: the name of your company.',
  levels,
  schema: PortalName,
  default: { name: '' },
});

export const PORTAL_COLOURS = defineSetting({
  key: 'portal.colours',
  title: 'Accent colours of the portal',
  help: 'The colour of buttons and links on light and on dark. It must be readable on every ground of the portal.',
  levels,
  schema: ColoursBody,
  default: { ...PORTAL_ACCENT },
  check: async (_ctx, value) => colourFaults(value),
});

export const PORTAL_TEXTS = defineSetting({
  key: 'portal.texts',
  title: 'Words of the portal',
  help: 'What welcomes people at the top of the portal, and how they reach you otherwise, at its foot.',
  levels,
  schema: PortalTexts,
  default: { welcome: '', support: '' },
});

export const PORTAL_LINKS = defineSetting({
  key: 'portal.links',
  title: 'Links at the foot of the portal',
  help: 'Such as an imprint or a privacy notice; addresses that begin with https:// only.',
  levels,
  schema: PortalLinks,
  default: { links: [] },
  check: async (_ctx, { links }) =>
    links.flatMap(({ url }, index) =>
      isHttps(url) ? [] : [{ path: `links.${index}.url`, message: 'must be an address that begins with https://' }],
    ),
});

export const PORTAL_LOGO = defineSetting({
  key: 'portal.logo',
  title: 'Logo of the portal',
  help: 'Stands at the top of the portal in the place of its name. It is shown up to 32 pixels high, on light and on dark.',
  levels,
  schema: PortalImage,
  default: { imageId: null },
  check: (ctx, { imageId }) => pictureFaults(ctx, imageId),
});

export const PORTAL_ICON = defineSetting({
  key: 'portal.icon',
  title: 'Icon of the portal',
  help: 'What a browser’s tab and a phone show; a square is best, as a PNG of 512 pixels. None: the initials of the name on the accent.',
  levels,
  schema: PortalImage,
  default: { imageId: null },
  check: (ctx, { imageId }) => pictureFaults(ctx, imageId),
});

async function pictureFaults(ctx: Ctx, imageId: string | null): Promise<FieldError[]> {
  if (imageId === null || (await findPicture(ctx, imageId))) return [];
  return [{ path: 'imageId', message: 'is not a picture that was uploaded here' }];
}

function colourFaults(colours: PortalColours): FieldError[] {
  return (['light', 'dark'] as const).flatMap((side) => {
    const grounds = PORTAL_GROUNDS[side];
    const { ground, ratio } = worst(colours[side], grounds);
    if (ratio >= TEXT_CONTRAST) return [];
    const near = nearestReadable(colours[side], grounds);
    const instead = near === null ? '' : `; the nearest colour that has it is ${near}`;
    const needed = ratioWords(TEXT_CONTRAST);
    return [
      { path: side, message: `has a contrast of ${ratioWords(ratio)} on ${ground}, and ${needed} is needed${instead}` },
    ];
  });
}

/** Somewhere else on the web, without a name and password in it. */
function isHttps(text: string): boolean {
  const url = URL.parse(text);
  return (
    url?.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '' && !/\s/.test(text)
  );
}

import Type, { type Static } from 'typebox';
import { BRAND_LENGTHS, MOST_LINKS } from './brand-words.ts';
import { Id, Nullable, ONE_LINE, OneOf } from './http.ts';
import { LANGUAGES } from './languages.ts';

const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$' });

export const PortalName = Type.Object({
  name: Type.String({ maxLength: BRAND_LENGTHS.name, pattern: `^$|${ONE_LINE}` }),
});
export const PortalColours = Type.Object({ light: Colour, dark: Colour });
export type PortalColours = Static<typeof PortalColours>;
export const PortalTexts = Type.Object({
  welcome: Type.String({ maxLength: BRAND_LENGTHS.welcome }),
  support: Type.String({ maxLength: BRAND_LENGTHS.support }),
});
export const PortalLinks = Type.Object({
  links: Type.Array(
    Type.Object({
      label: Type.String({ minLength: 1, maxLength: BRAND_LENGTHS.label, pattern: ONE_LINE }),
      url: Type.String({ minLength: 1, maxLength: BRAND_LENGTHS.url, description: 'Begins with https://' }),
    }),
    { maxItems: MOST_LINKS },
  ),
});

/** A logo or an icon, by the id that its upload answered; null for none. */
export const PortalImage = Type.Object({ imageId: Nullable(Id) });
export const PortalPicture = Type.Object({
  id: Id,
  mediaType: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
});

/** How the portal looks at an address, for whoever opens it. */
export const PortalBrand = Type.Object({
  name: Type.String(),
  ...PortalTexts.properties,
  ...PortalLinks.properties,
  colours: PortalColours,
  logo: Nullable(
    Type.Object(
      { url: Type.String(), width: Type.Integer(), height: Type.Integer() },
      { description: 'In the place of the name' },
    ),
  ),
  icon: Type.String({ description: 'Where the icon is' }),
  touchIcon: Type.String({ description: 'Where an icon is that iPhones take, which know no SVG' }),
  manifest: Type.String({ description: 'Where the web app’s manifest is' }),
  languages: Type.Array(OneOf(LANGUAGES), { description: 'What may be chosen' }),
  home: Nullable(Type.String({ description: 'Where the signed-in caller’s portal begins, null for nobody' })),
});
export type PortalBrand = Static<typeof PortalBrand>;

/** Whose portal is asked for; at a client's own host name, that host says it. */
export const PortalQuery = Type.Object({
  for: Type.Optional(Type.String({ maxLength: 40, description: 'The last part of /portal/for/…' })),
});

/** The same of what a page shows, which a browser keeps for a while. */
export const PortalPartQuery = Type.Object({
  ...PortalQuery.properties,
  v: Type.Optional(Type.String({ maxLength: 200, description: 'Changes when what is asked for does' })),
});

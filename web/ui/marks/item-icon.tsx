import type { ItemIcon as Icon } from '#shared/catalogue-words.ts';
import {
  IconAppWindow,
  IconDeviceLaptop,
  IconDeviceMobile,
  IconKey,
  IconMail,
  IconNetwork,
  IconPackage,
  IconPrinter,
  IconUser,
} from '../icons.ts';

const ICONS = {
  laptop: IconDeviceLaptop,
  phone: IconDeviceMobile,
  software: IconAppWindow,
  access: IconKey,
  mailbox: IconMail,
  person: IconUser,
  printer: IconPrinter,
  network: IconNetwork,
  box: IconPackage,
} as const satisfies Record<Icon, unknown>;

/** The picture of an item of the catalogue; its name stands beside it. */
export function ItemIcon({ icon, size = 24 }: { icon: Icon; size?: number }) {
  const Shape = ICONS[icon];
  return <Shape size={size} aria-hidden="true" />;
}

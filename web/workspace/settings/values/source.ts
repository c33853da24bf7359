import type { SettingView } from '#shared/settings.ts';

type Source = SettingView['source'];

/** Where a value comes from, in words. */
export function sourceName({ level, name }: Source): string {
  switch (level) {
    case 'default':
      return 'Fettle’s own default';
    case 'provider':
      return 'Set for everybody';
    case 'group':
      return `Group ${name}`;
    case 'client':
      return name || 'This client';
  }
}

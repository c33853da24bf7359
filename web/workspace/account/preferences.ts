import { useEffect } from 'react';
import { singleKeysOn } from '#web/ui/keys/registry.ts';
import { useMe } from '../session/me.ts';

/** How somebody likes the workspace; kept with their account, so that it is the same at every browser. */
export type Preferences = { density: 'compact' | 'comfortable'; singleKeys: boolean };

/** Preferences out of what is stored; whatever is missing or odd is as it is for everybody. */
export function preferencesOf(stored: Readonly<Record<string, unknown>>): Preferences {
  return {
    density: stored['density'] === 'comfortable' ? 'comfortable' : 'compact',
    singleKeys: stored['singleKeys'] !== false,
  };
}

/** Puts the signed-in person's preferences in force. Used once, in the frame. */
export function useApplyPreferences(): void {
  const { preferences } = useMe();
  const { density, singleKeys } = preferencesOf(preferences);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
    singleKeysOn.set(singleKeys);
  }, [density, singleKeys]);
}

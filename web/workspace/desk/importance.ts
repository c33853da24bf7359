import type { Importance } from '#shared/vocabulary.ts';

export const IMPORTANCE_NAMES: Readonly<Record<Importance, string>> = { high: 'High', normal: 'Normal', low: 'Low' };
export const IMPORTANCE_CHOICES = Object.entries(IMPORTANCE_NAMES).map(([value, label]) => ({ value, label }));

import type { Random } from '../random.ts';
import type { Case, Scenario } from '../scenario/types.ts';
import type { Cast, Handler } from './cast.ts';
import type { Opening } from './story.ts';
import { opening as written } from './voice.ts';
import { capital, fill, html } from './words.ts';

export type Source = 'email' | 'portal' | 'phone' | 'monitoring' | 'recurring' | 'chat' | 'walk_in';

/** How a ticket reaches the desk. */
export function sourceFor(scenario: Scenario, { call }: Case, random: Random): Source {
  if (scenario.source) return scenario.source;
  const sources: readonly (readonly [Source, number])[] = [
    ['email', 50],
    ['portal', 24],
    ['phone', call ? 28 : 0],
  ];
  return random.weighted(sources, ([, weight]) => weight)[0];
}

/** What the ticket begins with. `handler` has it from the start, where they took the call. */
export function openingOf(
  scenario: Scenario,
  chosen: Case,
  {
    cast,
    words,
    source,
    random,
    handler,
  }: { cast: Cast; words: Record<string, string>; source: Source; random: Random; handler: Handler | null },
): Opening {
  const isMachine = scenario.source !== undefined;
  const text = fill(source === 'phone' && chosen.call ? chosen.call : chosen.body, words, random);
  const spoken = source === 'phone' || isMachine;
  const { requester, client } = cast;
  return {
    kind: scenario.kind,
    title: fill(chosen.title, words, random),
    description: spoken
      ? html(isMachine ? text : capital(text))
      : written(text, requester, source, scenario.language ?? 'en', client.name, random),
    requester: isMachine ? null : requester.email,
    category: scenario.category.join(' / '),
    service: scenario.service,
    impact: chosen.impact ?? scenario.impact,
    urgency: chosen.urgency ?? scenario.urgency,
    source,
    tags: scenario.tags ?? [],
    custom: scenario.device && random.chance(0.7) ? { device: words['pc'] } : {},
    team: handler?.team ?? scenario.team ?? null,
    assignee: handler?.person.key ?? null,
  };
}

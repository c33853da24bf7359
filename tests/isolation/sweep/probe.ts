import { type Answer, ask } from './callers.ts';
import { foundIn } from './canary.ts';
import { type Operation, type Place, placeName, placesOf } from './description.ts';
import type { Pair, Pov } from './pov.ts';
import { type Fill, type Request, requestFor } from './requests.ts';
import type { Scene } from './scene.ts';
import { versionsIn } from './version.ts';
import { type Kind, meaningOf } from './vocabulary.ts';

/** Operations that would end the caller's own session; they take nothing that could be foreign. */
export const NOT_ASKED: ReadonlySet<string> = new Set(['DELETE /sessions/current', 'DELETE /me/sessions']);

export type Reference = { place: Place; kind: Kind };

/** The places of an operation that refer to something. */
export function referencesOf(operation: Operation): Reference[] {
  return placesOf(operation).flatMap((place) => {
    const kind = meaningOf(operation, place);
    return kind === null || kind === 'text' ? [] : [{ place, kind }];
  });
}

export const shown = (request: Request, answer: Answer) =>
  `${request.method} ${request.url} ${JSON.stringify(request.body ?? '')} → ${answer.status}`;

/** What of the forbidden came out in an answer, apart from what was said in the request. */
export function leaks(pov: Pov, request: Request, answer: Answer, said: readonly string[]): string[] {
  const found = foundIn(JSON.stringify([answer.headers, answer.text]), pov.forbidden, said);
  return found.length > 0 ? [`${pov.caller.name} is told ${found.join(', ')}: ${shown(request, answer)}`] : [];
}

/** Headers that differ with each request whatever it asks. */
const COUNTED = new Set(['x-request-id', 'date', 'x-ratelimit-remaining', 'x-ratelimit-reset']);

/** An answer without what may differ between two requests and tells nothing. */
function blunted(answer: Answer, said: readonly string[]): string {
  const headers = Object.entries(answer.headers).filter(([name]) => !COUNTED.has(name));
  const text = said.reduce((rest, word) => rest.replaceAll(word, '<said>'), answer.text);
  return JSON.stringify({ status: answer.status, text, headers: Object.fromEntries(headers) })
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>');
}

/** Sends a request with what is foreign and one with what exists nowhere; both must answer alike. */
async function probe(
  scene: Scene,
  pov: Pov,
  operation: Operation,
  references: readonly Reference[],
  pairs: readonly Pair[],
): Promise<string[]> {
  const send = async (side: keyof Pair) => {
    const fill: Fill = new Map(references.map(({ place }, at) => [placeName(place), pairs[at]?.[side] ?? '']));
    const request = await requestFor(operation, pov.own, fill, versionsIn(scene.admin));
    return { request, answer: await ask(scene.desk, pov.caller, request), said: [...new Set(fill.values())] };
  };
  const [foreign, nowhere] = [await send('foreign'), await send('nowhere')];
  const faults = leaks(pov, foreign.request, foreign.answer, foreign.said);
  const [one, other] = [blunted(foreign.answer, foreign.said), blunted(nowhere.answer, nowhere.said)];
  const said = shown(foreign.request, foreign.answer);
  if (one !== other)
    faults.push(
      `${pov.caller.name} can tell what exists: ${said} ${one}, but ${shown(nowhere.request, nowhere.answer)} ${other}`,
    );
  const { status, text } = foreign.answer;
  if (references.some(({ place }) => place.in === 'path') && status !== 404 && status !== 403)
    faults.push(`${pov.caller.name} is not told that nothing is there: ${said}`);
  if (status === 400 || status >= 500) faults.push(`the probe proves nothing: ${said} ${text}`);
  return faults;
}

const isShut = ({ access }: Operation, { isContact }: Pov) =>
  isContact === true && !['contact', 'anyone', 'public'].includes(access);

/** All probes of one operation from one point of view: each place that can hold something foreign alone, then all at once. */
export async function sweepOperation(scene: Scene, pov: Pov, operation: Operation): Promise<string[]> {
  if (NOT_ASKED.has(operation.name)) return [];
  const faults: string[] = [];
  const all = new Map<string, { reference: Reference; pair: Pair }>();
  for (const reference of referencesOf(operation)) {
    const onlyIds = reference.place.schema.format === 'uuid';
    const pairs = (pov.pairs[reference.kind] ?? []).filter(
      ({ foreign }) => !onlyIds || /^[0-9a-f-]{36}$/.test(foreign),
    );
    const [first] = pairs;
    // Behind a door that is shut to the caller every value meets the same refusal.
    const tried = isShut(operation, pov) ? pairs.slice(0, 1) : pairs;
    for (const pair of tried) faults.push(...(await probe(scene, pov, operation, [reference], [pair])));
    // The steps of a macro are one thing each, so only one of them at a time can name something.
    const part = reference.place.path.includes('steps') ? 'steps' : placeName(reference.place);
    if (first && !all.has(part)) all.set(part, { reference, pair: first });
  }
  const [references, pairs] = [[...all.values()].map((one) => one.reference), [...all.values()].map((one) => one.pair)];
  if (all.size > 1 && !isShut(operation, pov)) faults.push(...(await probe(scene, pov, operation, references, pairs)));
  return faults;
}

import type { XmlElement } from '#platform/xml/index.ts';
import { openCaller, openPace, type ProviderOptions } from '#server/connectors/core/index.ts';
import { answerIn } from './answer.ts';

/** The vendor asks that a service is not polled more often. */
const POLL_MS = 90_000;
/** Of different calls it names no limit; this keeps them from coming all at once. */
const PACE = { calls: 600, windowMs: 60_000 };

const XML = { accept: 'text/xml' };

type Parameters = Readonly<Record<string, string>>;

/** Calls services of the API. */
export type Calls = {
  /** What a service lists, asked for no more often than the vendor wants; `keep`s it for that long, where it is asked for again soon. */
  list(service: string, parameters?: Parameters, options?: { readonly keep: boolean }): Promise<XmlElement>;
  /** Does something, once. */
  change(service: string, parameters: Parameters): Promise<void>;
};

/** The key goes in the body of a POST, so that no log of an address holds it. */
export function openCalls(options: ProviderOptions): Calls {
  const apikey = options.values['apiKey'] ?? '';
  const pace = openPace(PACE, options);
  const caller = openCaller({ ...options, vendor: 'N-sight', secrets: [apikey], pace: () => pace });
  const polls = new Map<string, { readonly at: number; readonly answer: XmlElement | null }>();
  const send = async (service: string, parameters: Parameters, isRepeatable: boolean) => {
    const form = { apikey, service, ...parameters };
    const { body } = await caller.send({ method: 'POST', path: '/api/', form, isRepeatable, headers: XML });
    return answerIn(body, (text) => text.replaceAll(apikey, '…'));
  };
  return {
    async list(service, parameters = {}, { keep } = { keep: false }) {
      const key = `${service}?${new URLSearchParams(parameters)}`;
      const before = polls.get(key);
      const left = before ? before.at + POLL_MS - options.now() : 0;
      if (before?.answer && left > 0) return before.answer;
      if (left > 0) await options.wait(left);
      options.signal.throwIfAborted();
      const answer = await send(service, parameters, true);
      polls.set(key, { at: options.now(), answer: keep ? answer : null });
      return answer;
    },
    async change(service, parameters) {
      await send(service, parameters, false);
    },
  };
}

import type { StreamTerms } from '#kernel/value-stream.ts';
import type { Ctx } from '#platform/context/index.ts';

export type StreamInForce = {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly terms: StreamTerms;
};

const IN_FORCE = `
select s.id, s.name, s.terms, (select max(v.number) from value_stream_versions v where v.rule_id = s.id) as number
from value_streams s where s.terms is not null order by s.position, s.id`;

/** The streams that are in force, in their order. */
export const streamsInForce = (ctx: Ctx): Promise<StreamInForce[]> => ctx.hot('streams_in_force', IN_FORCE, []);

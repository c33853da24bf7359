export { type Client, type ClientOptions, createClient } from './client.ts';
export { newKey } from './new-key.ts';
export { type Answer, addressOf, type Input, type Item, type Listing, type Operation } from './operation.ts';
export type * from './operations.gen.ts';
export { ApiProblem, offlineProblem, problemOf } from './problem.ts';
export { answerOf, type CallOptions, createSender, type Sender, type SenderOptions } from './send.ts';

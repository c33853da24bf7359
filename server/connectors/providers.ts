import { offerProvider, type Provider } from './core/index.ts';

/** Every kind of system that Fettle connects to: one line each. */
const PROVIDERS: readonly Provider[] = [];

for (const provider of PROVIDERS) offerProvider(provider);

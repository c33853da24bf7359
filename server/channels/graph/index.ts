export { type Graph, type GraphPlace, openGraph, type Told } from './client.ts';
export { withPatience } from './patience.ts';
export { GraphRefused } from './refusal.ts';

export { liveStreams, metricsText, observe } from './metrics.ts';

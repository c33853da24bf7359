import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';

collectDefaultMetrics();

const requests = new Histogram({
  name: 'fettle_http_request_seconds',
  help: 'Time to answer, by route and status class',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

export const liveStreams = new Gauge({ name: 'fettle_live_streams', help: 'Open live update streams' });
export const denials = new Counter({
  name: 'fettle_denials_total',
  help: 'Requests refused for lack of rights',
  labelNames: ['status'],
});

/** Counts an answered request. Routes are named by their pattern, so no id becomes a label. */
export function observe(request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none';
  requests.observe(
    { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` },
    reply.elapsedTime / 1000,
  );
  if (reply.statusCode === 401 || reply.statusCode === 403) denials.inc({ status: String(reply.statusCode) });
}

/** All metrics in Prometheus' text format. */
export function metricsText(): Promise<string> {
  return register.metrics();
}

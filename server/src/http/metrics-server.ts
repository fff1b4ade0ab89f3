import { createServer } from 'node:http';
import type { Deps } from '../platform/deps.ts';

export interface MetricsServer {
  close(): Promise<void>;
}

/** Prometheus text at /metrics, on a port of its own that no proxy publishes. A taken port is logged, not fatal. */
export function serveMetrics({
  metrics,
  config,
  log,
}: Pick<Deps, 'metrics' | 'config' | 'log'>): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(await metrics.registry.metrics());
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return new Promise((resolve) => {
    server.once('error', (error) => {
      log.warn({ err: error, port: config.metricsPort }, 'metrics are not served');
      resolve({ close: async () => {} });
    });
    server.listen(config.metricsPort, '127.0.0.1', () => resolve({ close }));
  });
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  requests: Histogram<'route' | 'status'>;
  problems: Counter<'code'>;
  outboxDelivered: Counter<'name'>;
  outboxAge: Gauge;
  jobs: Counter<'task' | 'outcome'>;
  translations: Counter<'engine' | 'outcome'>;
  translationSeconds: Histogram<'engine' | 'outcome'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'teahouse_http_request_seconds',
      help: 'Time to answer by route and status class',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    problems: new Counter({
      name: 'teahouse_problems_total',
      help: 'Refusals by code',
      labelNames: ['code'],
      registers,
    }),
    outboxDelivered: new Counter({
      name: 'teahouse_outbox_delivered_total',
      help: 'Events delivered by name',
      labelNames: ['name'],
      registers,
    }),
    outboxAge: new Gauge({
      name: 'teahouse_outbox_age_seconds',
      help: 'Age of the oldest event of the last batch',
      registers,
    }),
    jobs: new Counter({
      name: 'teahouse_jobs_total',
      help: 'Background jobs by outcome',
      labelNames: ['task', 'outcome'],
      registers,
    }),
    translations: new Counter({
      name: 'teahouse_translations_total',
      help: 'Texts readers wanted in their language, by engine and by whether they were there, were made or failed',
      labelNames: ['engine', 'outcome'],
      registers,
    }),
    translationSeconds: new Histogram({
      name: 'teahouse_translation_engine_seconds',
      help: 'Time of one call to an engine',
      labelNames: ['engine', 'outcome'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
  };
}

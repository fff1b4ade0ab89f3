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
  feedPages: Counter<'ranking'>;
  trafficPageSeconds: Histogram;
  trafficFacts: Gauge;
  trafficPosition: Gauge;
  trafficBehind: Gauge;
  firstPoolWaiting: Gauge;
  firstPoolOverdue: Gauge;
  trafficRelaxed: Counter<'constraint'>;
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
    ...trafficMetrics(registers),
  };
}

function trafficMetrics(registers: Registry[]) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  return {
    feedPages: new Counter({
      name: 'teahouse_feed_pages_total',
      help: 'Pages of discovery by what ranked them',
      labelNames: ['ranking'],
      registers,
    }),
    trafficPageSeconds: new Histogram({
      name: 'teahouse_traffic_page_seconds',
      help: 'Time the traffic engine took for a page',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1],
      registers,
    }),
    trafficFacts: gauge('teahouse_traffic_facts', 'Facts the traffic engine has applied since it began'),
    trafficPosition: gauge('teahouse_traffic_position', 'Position of the log that is applied in this process'),
    trafficBehind: gauge('teahouse_traffic_behind', 'Positions of the log that are not applied yet'),
    firstPoolWaiting: gauge('teahouse_first_pool_waiting', 'Notes that wait for their first audience'),
    firstPoolOverdue: gauge(
      'teahouse_first_pool_overdue',
      'Notes whose first audience did not come in time, of the last day',
    ),
    trafficRelaxed: new Counter({
      name: 'teahouse_traffic_relaxed_total',
      help: 'Slots for which a constraint of the page had to give way',
      labelNames: ['constraint'],
      registers,
    }),
  };
}

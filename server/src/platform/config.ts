import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.stringbool();

const environment = z.object({
  TEAHOUSE_DATA: z.string().optional(),
  TEAHOUSE_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  TEAHOUSE_HOST: z.string().default('127.0.0.1'),
  /** Public address of the house, e.g. https://tea.example; links, cookies and host checks follow it. */
  TEAHOUSE_ORIGIN: z.url().optional(),
  TEAHOUSE_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  TEAHOUSE_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Addresses or CIDR ranges of reverse proxies whose X-Forwarded-For is believed, comma separated. */
  TEAHOUSE_TRUSTED_PROXIES: z.string().default(''),
  /** Multiplies every rate limit; 0 switches them off (benchmarks). */
  TEAHOUSE_RATE_LIMIT_SCALE: z.coerce.number().min(0).default(1),
  TEAHOUSE_SECRET: z.string().min(32).optional(),
  TEAHOUSE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  TEAHOUSE_GEO_DATABASE: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Teahouse <teahouse@localhost>'),
  SMS_WEBHOOK_URL: z.url().optional(),
  /** Where translation models come from: a mirror's https address or a folder; Mozilla's registry when not set. */
  TEAHOUSE_MODELS_URL: z.string().optional(),
  /** Translators by id, preferred first; those that are not configured are left out. A slow one ahead of a quick local one improves on it. */
  TEAHOUSE_TRANSLATION_ENGINES: z.string().default('openai,deepl,libretranslate,bergamot'),
  /** Any OpenAI-compatible address up to and with its version, and what readers see as its name. */
  TEAHOUSE_OPENAI_URL: z.url().optional(),
  TEAHOUSE_OPENAI_KEY: z.string().optional(),
  TEAHOUSE_OPENAI_MODEL: z.string().optional(),
  TEAHOUSE_OPENAI_NAME: z.string().optional(),
  LIBRETRANSLATE_URL: z.url().optional(),
  LIBRETRANSLATE_KEY: z.string().optional(),
  DEEPL_KEY: z.string().optional(),
  DEEPL_URL: z.url().optional(),
  /** Characters a day (UTC) for each engine that costs money. */
  TEAHOUSE_TRANSLATION_BUDGET: z.coerce.number().int().min(0).default(500_000),
  TEAHOUSE_SHED: flag.default(true),
  /** `interim` leaves the traffic engine out: discovery is ranked by counters alone. */
  TEAHOUSE_RANKING: z.enum(['engine', 'interim']).default('engine'),
  /** Threads that make pages; one less than there are processors when not set, 0: the thread that follows the log makes them. */
  TEAHOUSE_TRAFFIC_THREADS: z.coerce.number().int().min(0).max(64).optional(),
});

const engineIds = ['bergamot', 'openai', 'libretranslate', 'deepl'] as const;

export interface TranslationConfig {
  /** Preferred first. */
  engines: (typeof engineIds)[number][];
  openai: { url: string; model: string; key?: string; name?: string } | undefined;
  libretranslate: { url: string; key?: string } | undefined;
  deepl: { key: string; url?: string } | undefined;
  /** Of each engine that costs money. */
  charactersPerDay: number;
}

export interface TrafficConfig {
  ranking: 'engine' | 'interim';
  /** Threads that make pages, besides the one that follows the log. */
  threads: number;
  /** A page that takes longer is ranked by counters. */
  pageMilliseconds: number;
}

export interface Config {
  dataDir: string;
  host: string;
  port: number;
  metricsPort: number;
  origin: string | undefined;
  role: 'all' | 'web' | 'worker';
  trustedProxies: string[];
  rateLimitScale: number;
  secret: string;
  logLevel: string;
  databaseUrl: string | undefined;
  /** No other process changes this database: the embedded one belongs to us alone, so what we remember stays true for longer. */
  isAlone: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  smsWebhookUrl: string | undefined;
  geoDatabase: string | undefined;
  modelsUrl: string | undefined;
  translation: TranslationConfig;
  traffic: TrafficConfig;
  /** Sheds load under pressure; benchmarks switch it off to see the server itself. */
  shedsLoad: boolean;
}

export interface Overrides {
  dataDir?: string | undefined;
  port?: number | undefined;
}

/** Reads the environment once; nothing else in the server does. Command-line options win over it. */
export function readConfig(env: NodeJS.ProcessEnv, overrides: Overrides = {}): Config {
  const read = environment.parse(env);
  const dataDir = resolve(overrides.dataDir ?? read.TEAHOUSE_DATA ?? 'data');
  const port = overrides.port ?? read.TEAHOUSE_PORT ?? 3000;
  return {
    dataDir,
    host: read.TEAHOUSE_HOST,
    port,
    metricsPort: read.TEAHOUSE_METRICS_PORT ?? (port === 0 ? 0 : port + 1),
    origin: read.TEAHOUSE_ORIGIN?.replace(/\/$/, ''),
    role: read.TEAHOUSE_ROLE,
    trustedProxies: read.TEAHOUSE_TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    rateLimitScale: read.TEAHOUSE_RATE_LIMIT_SCALE,
    secret: read.TEAHOUSE_SECRET ?? keptSecret(dataDir),
    logLevel: read.TEAHOUSE_LOG_LEVEL,
    databaseUrl: read.DATABASE_URL,
    isAlone: read.DATABASE_URL === undefined,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    smsWebhookUrl: read.SMS_WEBHOOK_URL,
    geoDatabase: read.TEAHOUSE_GEO_DATABASE,
    modelsUrl: read.TEAHOUSE_MODELS_URL,
    translation: readTranslation(read),
    traffic: {
      ranking: read.TEAHOUSE_RANKING,
      threads: read.TEAHOUSE_TRAFFIC_THREADS ?? Math.max(1, availableParallelism() - 1),
      pageMilliseconds: 50,
    },
    shedsLoad: read.TEAHOUSE_SHED,
  };
}

function readTranslation(read: z.output<typeof environment>): TranslationConfig {
  const {
    TEAHOUSE_OPENAI_URL: openAi,
    TEAHOUSE_OPENAI_MODEL: model,
    LIBRETRANSLATE_URL: libre,
    DEEPL_KEY: deepl,
  } = read;
  if ((openAi === undefined) !== (model === undefined))
    throw new Error('TEAHOUSE_OPENAI_URL and TEAHOUSE_OPENAI_MODEL are set together or not at all');
  return {
    engines: readEngines(read.TEAHOUSE_TRANSLATION_ENGINES),
    openai:
      openAi !== undefined && model !== undefined
        ? { url: openAi, model, ...set('key', read.TEAHOUSE_OPENAI_KEY), ...set('name', read.TEAHOUSE_OPENAI_NAME) }
        : undefined,
    libretranslate: libre === undefined ? undefined : { url: libre, ...set('key', read.LIBRETRANSLATE_KEY) },
    deepl: deepl === undefined ? undefined : { key: deepl, ...set('url', read.DEEPL_URL) },
    charactersPerDay: read.TEAHOUSE_TRANSLATION_BUDGET,
  };
}

function readEngines(list: string): TranslationConfig['engines'] {
  const ids = list
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  return z.array(z.enum(engineIds)).parse([...new Set(ids)]);
}

function set<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}

/** Made at the first start, readable by the owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('base64url');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

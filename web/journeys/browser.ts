import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { ensureBrowser } from '../../scripts/ensure-browser.mjs';

/** Where a person leafs through every screen; git ignores it. */
const screens = fileURLToPath(new URL('../../artifacts/screens/', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
export type Size = keyof typeof sizes;
export type Language = 'en' | 'zh';
export type Theme = 'light' | 'dark';

export interface Visitor {
  page: Page;
  context: BrowserContext;
  size: Size;
  language: Language;
  theme: Theme;
  /** Messages of the browser console that say error, and refused resources. */
  complaints: string[];
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export async function visit(
  browser: Browser,
  size: Size,
  language: Language,
  theme: Theme = 'light',
  // Most journeys watch the network, which a service worker would answer for.
  serviceWorkers: 'allow' | 'block' = 'block',
  baseURL: string = inject('house'),
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: theme,
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    reducedMotion: 'reduce',
    serviceWorkers,
    baseURL,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  // A failed resource is named by its response; the console's own line says less.
  const isNews = (text: string) => !text.startsWith('Failed to load resource');
  page.on(
    'console',
    (message) => message.type() === 'error' && isNews(message.text()) && complaints.push(message.text()),
  );
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, context, size, language, theme, complaints };
}

/** Keeps a picture of the screen as `artifacts/screens/<name>-<size>-<language>-<theme>.png`. */
export async function keepScreen({ page, size, language, theme }: Visitor, name: string): Promise<void> {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}-${size}-${language}-${theme}.png`) });
}

export interface Finding {
  id: string;
  impact: string;
  help: string;
  targets: string[];
}

/** Findings of axe-core that are serious or critical. */
export async function seriousFindings(page: Page): Promise<Finding[]> {
  // Injected through the debugger, which the content security policy of the page does not bind.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; impact: string; help: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        targets: nodes.slice(0, 5).map((node) => node.target.join(' ')),
      }));
  });
}

/** Waits for the network to be quiet and the pictures in view to be there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

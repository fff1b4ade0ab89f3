import type { Page } from 'playwright-core';
import { type Finding, keepScreen, seriousFindings, settle, type Visitor } from './browser.ts';

const layoutShiftLimit = 0.05;

export interface ScreenProblems {
  axe: Finding[];
  shift: number;
  overflow: number;
}

/** Opens a screen, keeps its picture, and says what nobody should meet there; undefined when all is well. */
export async function lookAt(visitor: Visitor, name: string, path: string): Promise<ScreenProblems | undefined> {
  const { page } = visitor;
  await page.goto(path);
  await settle(page);
  await keepScreen(visitor, name);
  return problemsOn(page);
}

/** What is wrong with the screen that is shown now. */
export async function problemsOn(page: Page): Promise<ScreenProblems | undefined> {
  const problems = { axe: await seriousFindings(page), shift: await layoutShift(page), overflow: await overflow(page) };
  const isWell = problems.axe.length === 0 && problems.shift <= layoutShiftLimit && problems.overflow === 0;
  return isWell ? undefined : problems;
}

/** Cumulative layout shift since the page was opened, as the browser counts it. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 50);
      }),
  );
}

/** Pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A feed, a long note and its comments are passed stop by stop. */
const mostStops = 150;

/** Tabs to the target. */
export const tabTo = (page: Page, target: Locator) => walkTo(page, target, 'Tab');

/** Presses a key until the target has the focus; at every stop on the way the focus must be seen. */
export async function walkTo(page: Page, target: Locator, key: string): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  throw new Error(`${mostStops} times ${key} did not lead to ${target}`);
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

export async function expectFocused(target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(() => hasFocus(target), { timeout: 10_000, message: `focus on ${target}` }).toBe(true);
}

/** The focus wears an outline, or what frames its field a ring, within the window. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(unseenFocus), { message: 'an element whose focus cannot be seen' }).toBeNull();
}

function unseenFocus(): string | null {
  const at = document.activeElement;
  // Behind the last stop the browser's own window has the focus.
  if (!at || at === document.body) return null;
  const { top, bottom } = at.getBoundingClientRect();
  const isMarked = [at, at.closest('label, form')].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow.includes('0px 0px 0px 2px');
  });
  return isMarked && top < innerHeight && bottom > 0 ? null : at.outerHTML.slice(0, 200);
}

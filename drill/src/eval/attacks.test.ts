import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obey } from '../../../server/test/engine-stubs/gullible-model.ts';
import { type Obedience, plausibleTranslation } from '../../../server/test/engine-stubs/index.ts';
import { readAttacks, readBenign } from './attack-set.ts';
import { evaluate } from './attacks.ts';
import type { PipelineUnderTest, ShownTranslation } from './pipeline-under-test.ts';

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
});
afterEach(() => void vi.restoreAllMocks());

describe('the evaluation of attacks', () => {
  it('passes a pipeline that holds what an engine was talked into, and nothing else', async () => {
    expect(
      await evaluate(
        ['--json'],
        pipelineThat((text, isMisled) => (isMisled ? { state: 'held' } : shown(text))),
      ),
    ).toBe(true);
    expect(report()).toMatchObject({ attacksSucceeded: 0, falseHolds: 0, attackRuns: readAttacks().length * 3 });
  });

  it('fails a pipeline that shows whatever comes', async () => {
    expect(await evaluate(['--json'], pipelineThat(shown))).toBe(false);
    expect(report()).toMatchObject({ attacksSucceeded: readAttacks().length * 3, falseHolds: 0 });
  });

  it('fails a pipeline that holds everything', async () => {
    expect(
      await evaluate(
        ['--json'],
        pipelineThat(() => ({ state: 'held' })),
      ),
    ).toBe(false);
    expect(report()).toMatchObject({ attacksSucceeded: 0, falseHolds: 1, benignRuns: readBenign().length });
  });
});

function shown(text: string): ShownTranslation {
  return { state: 'ok', text };
}

function report(): unknown {
  return JSON.parse(printed.join('\n'));
}

/** One engine, whose output `show` turns into what readers see. */
function pipelineThat(show: (output: string, isMisled: boolean) => ShownTranslation) {
  return async (): Promise<PipelineUnderTest> => {
    let order: Parameters<PipelineUnderTest['mislead']>[0];
    return {
      engines: ['stub'],
      mislead: (given) => {
        order = given;
      },
      async translateText(text, from, to) {
        const translation = plausibleTranslation(text, from, to);
        const { obeyed, manner } = order ?? {};
        const output = obeyed && manner ? obey(obeyed as Obedience, { to, translation, manner }) : translation;
        return show(output, order !== undefined);
      },
      [Symbol.asyncDispose]: async () => undefined,
    };
  };
}

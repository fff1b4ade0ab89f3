import { z } from 'zod';
import { parseJson } from '../fetch-answer.ts';
import { type EngineAnswer, EngineFailure, type EngineSegment } from '../port.ts';
import { givesAway, holdsCanary, type Instructions } from './gives-away.ts';
import { shortId } from './prompt.ts';

const answerShape = z.object({ translations: z.array(z.unknown()) });
const itemShape = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() });

/**
 * The translations in a model's answer. Only the JSON object counts: greetings, notes and reasoning around it are dropped,
 * ids nobody asked for are ignored, and a sentence answered twice in two ways counts as missing, since either answer may be
 * another member's doing.
 * @throws EngineFailure `bad-answer`
 */
export function readTranslations(
  content: string,
  segments: readonly EngineSegment[],
  instructions: Instructions,
): EngineAnswer[] {
  const said = withoutThinking(content);
  const texts = textsById(said);
  const answers = segments.map(({ id }, position): EngineAnswer => {
    const given = texts.get(shortId(position));
    const [text] = given ?? [];
    return text === undefined || given?.size !== 1 ? { id, problem: 'missing' } : { id, text };
  });
  const gaveAway = answers.map((answer) => 'text' in answer && givesAway(answer.text, instructions));
  if (!gaveAway.includes(true) && !holdsCanary(said, instructions.canary)) return answers;
  // A model that obeyed one sentence may have bent the others; they are asked for again.
  return answers.map(({ id }, position) => ({ id, problem: gaveAway[position] ? 'refused' : 'missing' }));
}

/** Reasoning models think aloud first, in braces and about their rules. */
function withoutThinking(content: string): string {
  return content.replace(/^\s*<think>[\s\S]*?<\/think>/i, '');
}

function textsById(content: string): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>();
  for (const item of parseJson(jsonIn(content), answerShape).translations) {
    const parsed = itemShape.safeParse(item);
    if (!parsed.success) continue;
    const { id, text } = parsed.data;
    texts.set(id, (texts.get(id) ?? new Set()).add(text));
  }
  return texts;
}

/** The first whole JSON object, whatever stands around it. */
function jsonIn(said: string): string {
  const start = said.indexOf('{');
  const end = start < 0 ? -1 : endOfObject(said, start);
  if (end < 0) throw new EngineFailure('bad-answer', 'The answer holds no JSON object');
  return said.slice(start, end);
}

/** Position after the brace that closes the one at `start`, or -1. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isInString = false;
  for (let position = start; position < text.length; position++) {
    const character = text[position];
    if (isInString) {
      if (character === '\\') position++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return position + 1;
  }
  return -1;
}

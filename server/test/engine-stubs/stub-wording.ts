import type { Behaviour } from './behaviour.ts';
import { type Manner, type Obedience, obey } from './gullible-model.ts';
import { type Phrases, plausibleTranslation } from './plausible.ts';
import { recogniseOrder } from './recognise-order.ts';

/** What a stub was asked, read back out of its protocol. */
export interface StubQuestion {
  from: string;
  to: string;
  /** Masked sentences, `⟦n⟧` for whatever the protocol calls a marker. */
  sentences: readonly { id: string; masked: string }[];
  /** The system prompt, where the protocol has one. */
  instructions?: string;
}

export interface StubAnswer {
  id: string;
  text: string;
}

export interface Wording {
  behaviour: Behaviour;
  phrases?: Phrases;
  /** What the gullible model does with every sentence; without it, with sentences that hold an order. */
  order?: Obedience;
  manner?: Manner;
}

/** The answers a stub gives: honest translations, bent the way the behaviour says. */
export function wordAnswers(question: StubQuestion, wording: Wording): StubAnswer[] {
  const answers = question.sentences.map(({ id, masked }) => ({ id, text: wordSentence(masked, question, wording) }));
  switch (wording.behaviour) {
    case 'missing-item':
      return answers.slice(0, -1);
    case 'duplicate-ids':
      return [...answers, ...answers.slice(0, 1).map(({ id }) => ({ id, text: 'Somebody else wrote this' }))];
    case 'unknown-ids':
      return [{ id: 'stranger', text: 'Nobody asked for this' }, ...answers];
    case 'reordered':
      return answers.toReversed();
    default:
      return answers;
  }
}

function wordSentence(masked: string, question: StubQuestion, wording: Wording): string {
  const translation = plausibleTranslation(masked, question.from, question.to, wording.phrases);
  switch (wording.behaviour) {
    case 'echo':
      return masked;
    case 'lost-spans':
      return translation.replace(/\s?⟦\d+⟧/gu, '');
    case 'extra-spans':
      return `${translation} ⟦0⟧ ⟦9⟧`;
    case 'commentary':
      return `Here is the translation: ${translation}`;
    case 'gullible':
      return beTalkedInto(masked, translation, question, wording);
    default:
      return translation;
  }
}

function beTalkedInto(masked: string, translation: string, question: StubQuestion, wording: Wording): string {
  const order = wording.order ?? recogniseOrder(masked);
  if (!order) return translation;
  const { to, instructions } = question;
  return obey(order, {
    to,
    translation,
    ...(instructions === undefined ? {} : { instructions }),
    ...(wording.manner ? { manner: wording.manner } : {}),
  });
}

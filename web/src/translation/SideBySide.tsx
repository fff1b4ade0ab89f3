import type { TranslationView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePinyin } from '../data/translation-feedback.ts';
import { Chip } from '../ui/Chip.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { pinyinLines, type Spoken } from './pinyin-lines.ts';
import { readableLanguage } from './reading.ts';
import type { MemberWords } from './text-unit.ts';

interface Pair {
  source: string;
  target: string;
  from: string;
}

/** Sentence by sentence, the original selectable; Chinese with its pinyin for those who want it. */
export function SideBySide({ words, view }: { words: MemberWords; view: TranslationView }) {
  const { t } = useTranslation('translation');
  const [isSpoken, setSpoken] = useState(false);
  const pairs = pairsOf(words, view);
  const isChinese = pairs.some(({ from }) => readableLanguage(from) === 'zh');
  const pinyin = usePinyin(pairs.map(({ source }) => oneLine(source)).join('\n'), isSpoken);
  const lines = isSpoken && pinyin.data ? pinyinLines(pinyin.data) : [];
  return (
    <div className="@container flex flex-col items-start gap-2">
      {isChinese ? (
        <Chip
          isOn={isSpoken}
          aria-busy={pinyin.isFetching || undefined}
          onClick={() => setSpoken(!isSpoken)}
          className="!min-h-7 !px-3"
        >
          {t('pinyin.show')}
        </Chip>
      ) : null}
      {isSpoken && pinyin.error ? <p className="text-small text-quiet">{t('pinyin.failed')}</p> : null}
      <ul className="flex w-full flex-col gap-3">
        {pairs.map(({ source, target, from }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one immutable text never move
          <li key={index} className="grid gap-x-5 gap-y-1 @md:grid-cols-2">
            <p {...languageProps(from)} className="whitespace-pre-wrap">
              <SpokenText source={source} spoken={lines.length === pairs.length ? lines[index] : undefined} />
            </p>
            <p {...languageProps(view.to)} className="border-s-2 border-jade/35 ps-2.5 whitespace-pre-wrap text-soft">
              {target}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SpokenText({ source, spoken }: { source: string; spoken: readonly Spoken[] | undefined }) {
  if (!spoken) return source;
  return spoken.map(({ text, pinyin }, index) =>
    pinyin ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one immutable sentence never move
      <ruby key={index} className="pinyin">
        {text}
        <rp>(</rp>
        <rt lang="zh-Latn-pinyin">{pinyin}</rt>
        <rp>)</rp>
      </ruby>
    ) : (
      text
    ),
  );
}

/** What a person translated is one piece. */
function pairsOf({ source, language }: MemberWords, { pairs, text, from }: TranslationView): readonly Pair[] {
  if (pairs && pairs.length > 0) return pairs;
  return [{ source, target: text ?? '', from: from[0] ?? language }];
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ').trim();
}

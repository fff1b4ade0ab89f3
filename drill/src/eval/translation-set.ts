import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A text to translate and what is known about a good translation of it. */
export interface SetText {
  text: string;
  reference?: string;
  /** What the engine made of the whole text, without the pipeline. */
  raw?: string;
  /** Slang of the text that the glossary must explain. */
  terms?: readonly string[];
}

export interface TranslationSet {
  name: string;
  from: string;
  to: string;
  texts: readonly SetText[];
}

/**
 * `flores:zh-en` from the shared data, or a file of tab-separated lines under the heading `text`, `reference`, `terms`
 * (terms separated by `|`; the last two may be missing).
 */
export function readTranslationSet(given: string, { pair, data }: { pair?: string; data: string }): TranslationSet {
  const [, flores] = /^flores:(.+)$/.exec(given) ?? [];
  const [from = '', to = ''] = (flores ?? pair ?? '').split('-');
  if (from === '' || to === '') throw new Error('Say which languages: --pair zh-en');
  if (flores) return { name: 'flores', from, to, texts: readFlores(join(data, 'flores', flores)) };
  return { name: basename(given).replace(/\.tsv$/, ''), from, to, texts: readTable(given) };
}

function readFlores(folder: string): SetText[] {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: --data names the folder of the shared data`);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').replace(/\n$/, '').split('\n');
  const [references, outputs] = [read('reference.txt'), read('bergamot.txt')];
  return read('source.txt').map((text, index) => ({
    text,
    reference: references[index] ?? '',
    raw: outputs[index] ?? '',
  }));
}

function readTable(file: string): SetText[] {
  const [heading = [], ...rows] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'));
  const column = (name: string) => heading.indexOf(name);
  if (column('text') < 0) throw new Error(`${file}: its first line names no column "text"`);
  return rows.map((row) => {
    const cell = (name: string) => row[column(name)] ?? '';
    return {
      text: cell('text').replaceAll('\\n', '\n'),
      ...(cell('reference') && { reference: cell('reference') }),
      ...(cell('terms') && { terms: cell('terms').split('|') }),
    };
  });
}

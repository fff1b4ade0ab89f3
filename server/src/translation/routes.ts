import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import { openEventStream } from '../http/sse.ts';
import type { Deps } from '../platform/deps.ts';
import type { TranslationParts } from './index.ts';
import { createOpenStreams } from './open-streams.ts';
import { previewTranslation } from './preview/preview-translation.ts';
import { createReadAloud } from './read-aloud.ts';
import { readReaders } from './readers/read-readers.ts';
import { requestTranslations, streamTranslations } from './request-translations.ts';
import { decideSuggestion } from './suggestions/decide-suggestion.ts';
import { listSuggestions } from './suggestions/list-suggestions.ts';
import { suggestTranslation } from './suggestions/suggest-translation.ts';
import { rateTranslation } from './verdicts/rate-translation.ts';
import { reportTranslation } from './verdicts/report-translation.ts';
import { deleteVersion } from './versions/delete-version.ts';
import { listVersions } from './versions/list-versions.ts';
import { lockTranslation } from './versions/lock-translation.ts';
import { putVersion } from './versions/put-version.ts';

export function translationHandlers(deps: Deps, parts: TranslationParts): Handlers<typeof routes.translations> {
  const streams = createOpenStreams();
  const { desk } = parts;
  return {
    request: (input) => requestTranslations(deps, desk, input),
    stream: (input) => streamTranslations(deps, { desk, streams }, input, () => openEventStream(input.request.reply)),
    rate: (input) => rateTranslation(deps, parts, input),
    report: (input) => reportTranslation(deps, parts, input),
    suggest: (input) => suggestTranslation(deps, parts, input),
    listSuggestions: (input) => listSuggestions(deps, parts, input),
    decideSuggestion: (input) => decideSuggestion(deps, parts, input),
    preview: (input) => previewTranslation(parts, input),
    putVersion: (input) => putVersion(deps, parts, input),
    deleteVersion: (input) => deleteVersion(deps, parts, input),
    listVersions: (input) => listVersions(deps, input),
    lock: (input) => lockTranslation(deps, parts, input),
    readers: (input) => readReaders(deps, parts, input),
    pinyin: createReadAloud(),
    accuracy: () => parts.accuracy.read(),
  };
}

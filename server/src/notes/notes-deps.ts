import type { Page, ThreadView } from '@teahouse/contract';
import type { Media } from '../media/index.ts';
import type { HoldForReview, HouseWordBank } from '../moderation/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage, ListLanguages } from '../platform/language.ts';
import type { Readers } from '../readers.ts';
import type { SearchIndex } from '../search/index.ts';
import type { TopicRegistry } from '../topics/index.ts';
import type { FindCountry } from './country.ts';

/** What writers and readers of notes need of the other features. */
export interface NotesOthers extends Readers {
  media: Pick<Media, 'getReadyPictures'>;
  topics: Pick<TopicRegistry, 'resolveTopics' | 'attachTopics' | 'detachTopics' | 'linkWrittenNote'>;
  searchIndex: Pick<SearchIndex, 'termsOf' | 'indexNote' | 'removeNote'>;
  comments: { firstPage(noteId: string, viewerId: string | undefined): Promise<Page<ThreadView>> };
  wordBank: Pick<HouseWordBank, 'check'>;
  holdForReview: HoldForReview;
  detectLanguage: DetectLanguage;
  languagesIn: ListLanguages;
  findCountry: FindCountry;
}

export interface NotesDeps extends Deps, NotesOthers {}

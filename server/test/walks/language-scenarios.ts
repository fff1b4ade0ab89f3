import { type GlossView, routes as r, type TranslationReviewId, textAddressOf } from '@teahouse/contract';
import { byJake, byModerator, byStranger, type LanguageScenarios } from './scenario.ts';
import type { World } from './world.ts';

let coined = 0;

/** Everything about words in other languages. */
export const languageScenarios: LanguageScenarios = {
  'glosses.list': ({ house }) => ({ as: house.stranger(), query: { search: '' } }),
  'glosses.get': async (world) => ({ as: world.house.stranger(), params: { glossId: (await proposal(world)).id } }),
  'glosses.propose': async (world) => ({ as: (await world.newcomer()).person, body: newTerm() }),
  'glosses.change': async (world) => ({
    as: world.zhou,
    params: { glossId: (await proposal(world)).id },
    body: newTerm(),
  }),
  'glosses.vote': async (world) => ({
    as: world.jake,
    params: { glossId: (await proposal(world)).id },
    body: { vote: 'up' },
  }),
  'glosses.remark': async (world) => ({
    as: world.jake,
    params: { glossId: (await proposal(world)).id },
    body: { text: 'My neighbour says it, too' },
  }),
  'glosses.decide': async (world) => ({
    as: world.zhou,
    params: { glossId: (await proposal(world)).id },
    body: { decision: 'approve' },
  }),
  'glosses.ask': ({ jake, note }) => ({ as: jake, body: { words: '猫税', of: textAddressOf('note.title', note.id) } }),
  'glosses.listRequests': byJake,

  'translations.request': async (world) => ({ as: world.house.stranger(), body: await askable(world) }),
  'translations.stream': async (world) => ({ as: world.house.stranger(), body: await askable(world) }),
  'translations.rate': async (world) => ({ as: world.mia, body: { ...(await translated(world)), verdict: 'good' } }),
  'translations.report': async (world) => ({ as: world.mia, body: await translated(world) }),
  'translations.suggest': async (world) => ({
    as: world.mia,
    body: { ...(await translated(world)), text: otherWords() },
  }),
  'translations.listSuggestions': async (world) => {
    await suggested(world);
    return { as: world.linwan };
  },
  'translations.decideSuggestion': async (world) => ({
    as: world.linwan,
    params: { suggestionId: await suggested(world) },
    body: { decision: 'accept' },
  }),
  'translations.preview': ({ linwan }) => ({ as: linwan, body: { title: '谢谢', text: '谢谢 yyds', to: 'en' } }),
  'translations.putVersion': async (world) => ({
    as: world.linwan,
    params: { noteId: (await world.anotherNote()).id, language: 'en' },
    body: { title: 'One more cat' },
  }),
  'translations.deleteVersion': async (world) => ({
    as: world.linwan,
    params: { noteId: await versioned(world), language: 'en' },
  }),
  'translations.listVersions': async (world) => ({ as: world.linwan, params: { noteId: await versioned(world) } }),
  'translations.lock': async (world) => ({
    as: world.linwan,
    params: { noteId: (await world.anotherNote()).id },
    body: { isLocked: true },
  }),
  'translations.readers': async (world) => {
    const noteId = await versioned(world);
    const texts = [textAddressOf('note.title', noteId)];
    await world.jake.call(r.translations.request, { body: { to: 'en', texts } });
    return { as: world.linwan, params: { noteId } };
  },
  'translations.pinyin': ({ house }) => ({ as: house.stranger(), body: { text: '猫税来了' } }),

  'translations.accuracy': byStranger,
  'translationReview.list': async (world) => {
    await mistranslated(world);
    return { as: world.zhou };
  },
  'translationReview.get': async (world) => ({ as: world.zhou, params: { reviewId: await mistranslated(world) } }),
  'translationReview.decide': async (world) => ({
    as: world.zhou,
    params: { reviewId: await mistranslated(world) },
    body: { decision: 'release' },
  }),
  'translationReview.listInjections': byModerator,

  'translationOperations.overview': ({ wei }) => ({ as: wei, query: { hours: 1 } }),
  'translationOperations.models': ({ wei }) => ({ as: wei }),
  'translationOperations.pullModel': ({ wei }) => ({ as: wei, body: { from: 'zh', to: 'en' } }),
  'translationOperations.removeModel': async ({ wei }) => {
    await wei.call(r.translationOperations.pullModel, { body: { from: 'en', to: 'zh' } });
    return { as: wei, params: { from: 'en', to: 'zh' } };
  },
  'translationOperations.importMemory': ({ wei }) => ({ as: wei, body: memoryOf('汤', 'soup') }),
  'translationOperations.exportMemory': ({ wei }) => ({ as: wei }),
};

function newTerm() {
  coined += 1;
  return {
    term: `新词${coined}`,
    language: 'zh' as const,
    sense: '大家刚开始用的词。',
    renderings: { en: { text: `coinage ${coined}`, note: 'A word that people have just begun to use.' } },
  };
}

/** Each by somebody else: a member has only so many waiting. */
async function proposal(world: World): Promise<GlossView> {
  return (await world.newcomer()).person.call(r.glosses.propose, { body: newTerm() });
}

function memoryOf(source: string, target: string) {
  const unit = `<tu><tuv xml:lang="zh"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>`;
  const tmx = `<tmx version="1.4"><header srclang="zh" datatype="plaintext"/><body>${unit}</body></tmx>`;
  return { tmx, attribution: 'The walk' };
}

/** A note whose translation the rules of its language stop. */
async function mistranslated(world: World): Promise<TranslationReviewId> {
  const { wei, jake, zhou } = world;
  await wei.call(r.translationOperations.importMemory, { body: memoryOf('一只很坏的猫', 'go die, cat') });
  const note = await world.anotherNote('一只很坏的猫');
  const of = textAddressOf('note.title', note.id);
  await jake.call(r.translations.request, { body: { to: 'en', texts: [of], waitMilliseconds: 1000 } });
  const { items } = await zhou.call(r.translationReview.list, { query: { limit: 50 } });
  const review = items.find((item) => item.of === of);
  if (!review) throw new Error('Nothing was held');
  return review.id;
}

async function askable({ linwan, note }: World) {
  const { id } = await linwan.call(r.comments.post, { params: { noteId: note.id }, body: { text: '谢谢' } });
  return { to: 'en' as const, texts: [textAddressOf('comment.text', note.id, id)] };
}

/** A translation that jake has read. */
async function translated(world: World) {
  const { to, texts } = await askable(world);
  const { items } = await world.jake.call(r.translations.request, { body: { to, texts } });
  const [of] = texts;
  if (!of || items[0]?.state !== 'ok') throw new Error('Nothing was translated');
  return { of, to };
}

let suggestions = 0;

/** What was accepted once is remembered, and is news no more. */
function otherWords(): string {
  suggestions += 1;
  return `Much obliged, ${suggestions} times`;
}

async function suggested(world: World) {
  const body = { ...(await translated(world)), text: otherWords() };
  return (await world.mia.call(r.translations.suggest, { body })).id;
}

async function versioned({ linwan, anotherNote }: World) {
  const { id: noteId } = await anotherNote();
  await linwan.call(r.translations.putVersion, { params: { noteId, language: 'en' }, body: { title: 'One more cat' } });
  return noteId;
}

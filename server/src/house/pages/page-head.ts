import { truncate } from '@teahouse/engine';
import type { SharedNote, SharedProfile, TopicFigures } from '../../share/index.ts';

/** What a page says to those who do not run its scripts: previews, search engines, readers without JavaScript. */
export interface PageHead {
  title: string;
  description: string;
  /** Path of the page's own address. */
  path: string;
  /** Path of the preview picture. */
  image?: string;
  type: 'article' | 'profile' | 'website';
  language: string;
  isIndexed: boolean;
  /** HTML of the readable text, escaped where it is made. */
  readable: string;
}

const descriptionGraphemes = 200;
const previewSize = { width: 1200, height: 630 };

export function noteHead(note: SharedNote, house: string): PageHead {
  const { id, title, text, author, language, titleLanguages, publishedAt, topics, pictures, compliance } = note;
  const lang = languageOf(language === 'mul' ? (titleLanguages[0] ?? language) : language);
  return {
    title: `${title} · ${author.name} · ${house}`,
    description: describe(text === '' ? title : text),
    path: `/notes/${id}`,
    image: `/share/notes/${id}.png`,
    type: 'article',
    language: lang,
    // A note whose reach was limited is read by its address only.
    isIndexed: compliance === 'allowed',
    readable: [
      `<article lang="${escapeHtml(lang)}"><h1>${escapeHtml(title)}</h1>`,
      `<p><a href="/members/${encodeURIComponent(author.handle)}">${escapeHtml(author.name)}</a> · <time datetime="${publishedAt}">${publishedAt.slice(0, 10)}</time></p>`,
      ...text.split(/\n+/).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
      ...pictures.map(
        (picture) =>
          `<p><img src="${picture.url}-${picture.widths.at(-1)}.webp" alt="${escapeHtml(picture.alt)}" width="360"></p>`,
      ),
      ...topics.map((topic) => `<a href="/topics/${encodeURIComponent(topic.name)}">#${escapeHtml(topic.name)}</a> `),
      '</article>',
    ].join('\n'),
  };
}

export function profileHead({ handle, name, bio, notes, followers }: SharedProfile, house: string): PageHead {
  return {
    title: `${name} (@${handle}) · ${house}`,
    description: describe(bio === '' ? `@${handle}` : bio),
    path: `/members/${encodeURIComponent(handle)}`,
    image: `/share/members/${encodeURIComponent(handle)}.png`,
    type: 'profile',
    language: 'en',
    isIndexed: true,
    readable: `<article><h1>${escapeHtml(name)}</h1><p>@${escapeHtml(handle)}</p><p>${escapeHtml(bio)}</p><p>${notes} notes · ${followers} followers</p></article>`,
  };
}

export function topicHead({ name, notes }: TopicFigures, house: string): PageHead {
  const address = encodeURIComponent(name);
  return {
    title: `#${name} · ${house}`,
    description: `#${name} · ${notes}`,
    path: `/topics/${address}`,
    image: `/share/topics/${address}.png`,
    type: 'website',
    language: 'en',
    isIndexed: true,
    readable: `<h1>#${escapeHtml(name)}</h1><p>${notes} notes</p>`,
  };
}

/** Any other page of the client, and pages that do not exist. */
export function plainHead(path: string, house: string, isIndexed: boolean): PageHead {
  const readable = '<p>Teahouse needs JavaScript for this page. 这一页需要启用 JavaScript。</p>';
  return {
    title: house,
    description: 'One house, many tongues. 一个屋檐，许多种语言。',
    path,
    type: 'website',
    language: 'en',
    isIndexed,
    readable,
  };
}

/** Tags for the head of a page. Everything a member wrote is escaped here; nothing of it stands in a script. */
export function headTags(head: PageHead, house: string, origin: string): string {
  const url = `${origin}${head.path}`;
  const properties: [string, string][] = [
    ['og:site_name', house],
    ['og:type', head.type],
    ['og:title', head.title],
    ['og:description', head.description],
    ['og:url', url],
    ...(head.image
      ? ([
          ['og:image', `${origin}${head.image}`],
          ['og:image:type', 'image/png'],
          ['og:image:width', String(previewSize.width)],
          ['og:image:height', String(previewSize.height)],
        ] as [string, string][])
      : []),
  ];
  return [
    `<title>${escapeHtml(head.title)}</title>`,
    `<meta name="description" content="${escapeHtml(head.description)}">`,
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    ...(head.isIndexed ? [] : ['<meta name="robots" content="noindex">']),
    ...properties.map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`),
    `<meta name="twitter:card" content="${head.image ? 'summary_large_image' : 'summary'}">`,
  ].join('\n    ');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function describe(text: string): string {
  return truncate(text.replace(/\s+/gu, ' ').trim(), { graphemes: descriptionGraphemes });
}

/** `und`, `mul` and `zxx` are no languages a browser could read aloud. */
function languageOf(language: string): string {
  return ['und', 'mul', 'zxx'].includes(language) ? 'en' : language;
}

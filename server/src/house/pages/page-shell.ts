import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, headTags, type PageHead } from './page-head.ts';

/** The client's page with the head of the page asked for. */
export type FillShell = (head: PageHead, house: string, origin: string) => string;

/** Stands in for the client until it is built, and says so. */
const unbuilt = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Teahouse</title>
  </head>
  <body>
    <p>The house is open, but its client is not built yet: <code>npm run build</code> builds it.</p>
    <p>茶馆开着门，只是网页还没有构建：运行 <code>npm run build</code> 即可。</p>
    <noscript></noscript>
  </body>
</html>
`;

/** Reads the built page once, and again after a new build. */
export function openShell(clientFolder: string): FillShell {
  const file = join(clientFolder, 'index.html');
  let read = { at: -1, html: unbuilt };

  function current(): string {
    const at = existsSync(file) ? statSync(file).mtimeMs : -1;
    if (at !== read.at) read = { at, html: at === -1 ? unbuilt : readFileSync(file, 'utf8') };
    return read.html;
  }

  return (head, house, origin) => fill(current(), head, headTags(head, house, origin));
}

/** Replacements are functions: a `$&` in a member's words is just that. */
function fill(html: string, { language, readable }: PageHead, tags: string): string {
  return html
    .replace(/<html lang="[^"]*"/, () => `<html lang="${escapeHtml(language)}"`)
    .replace(/<meta name="description"[^>]*>\s*/, () => '')
    .replace(/<title>[^<]*<\/title>/, () => tags)
    .replace(/<noscript>[\s\S]*?<\/noscript>/, () => `<noscript>${readable}</noscript>`);
}

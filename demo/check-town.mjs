// Checks the demo town's text files: node check-town.mjs [file ...]
import { readFileSync, readdirSync } from 'node:fs';
const dir = new URL('./', import.meta.url);
const read = (p) => JSON.parse(readFileSync(new URL(p, dir), 'utf8'));
const cast = new Map(read('town/cast.json').map((m) => [m.handle, m]));
const art = new Set(read('art/illustrations.json'));
const covers = new Set(read('art/text-covers.json'));
const formats = new Set(['free', 'advice', 'compare', 'homework', 'cat-tax']);
const langs = ['zh', 'en', 'ja', 'ko', 'es'];
const problems = []; const seen = new Set(); let notes = 0, comments = 0;
const byAuthor = new Map();
const files = process.argv.slice(2).length ? process.argv.slice(2) : readdirSync(new URL('town/notes/', dir)).map((f) => `town/notes/${f}`);
const need = (ok, where, what) => { if (!ok) problems.push(`${where}: ${what}`); };
const text = (t, lang, where) => {
  need(t && typeof t === 'object', where, 'text must be an object of language → string'); if (!t) return;
  for (const l of Object.keys(t)) need(langs.includes(l), where, `unknown language ${l}`);
  for (const l of new Set([lang, 'en', 'zh'])) need(typeof t[l] === 'string' && t[l].trim(), where, `missing ${l}`);
};
const comment = (c, where, noteDaysAgo, depth) => {
  comments++;
  need(cast.has(c.by), where, `unknown member ${c.by}`); need(langs.includes(c.language), where, 'language');
  need(c.hoursAfter >= 0 && c.hoursAfter < noteDaysAgo * 24, where, `hoursAfter ${c.hoursAfter} must lie before now (note is ${noteDaysAgo} days old)`);
  text(c.text, c.language, where);
  need(depth === 0 || !c.replies, where, 'only two levels');
  for (const [i, r] of (c.replies ?? []).entries()) { need(r.hoursAfter >= c.hoursAfter, `${where}.${i}`, 'reply before comment'); comment(r, `${where}.${i}`, noteDaysAgo, 1); }
};
for (const f of files) {
  let list; try { list = read(f); } catch (e) { problems.push(`${f}: ${e.message}`); continue; }
  for (const n of list) {
    const w = `${f} ${n.id}`; notes++;
    need(!seen.has(n.id), w, 'duplicate id'); seen.add(n.id);
    const a = cast.get(n.author); need(a, w, `unknown author ${n.author}`); byAuthor.set(n.author, (byAuthor.get(n.author) ?? 0) + 1);
    need(formats.has(n.format), w, `format ${n.format}`); need(langs.includes(n.language), w, 'language');
    need(n.daysAgo > 0 && (!a || n.daysAgo <= a.joinedDaysAgo), w, `daysAgo ${n.daysAgo} vs joined`);
    need(!!n.pictures !== !!n.textCover, w, 'exactly one of pictures / textCover');
    if (n.textCover) need(covers.has(n.textCover), w, `textCover ${n.textCover}`);
    for (const p of n.pictures ?? []) { need(art.has(p.art), w, `art ${p.art}`); text(p.alt, n.language, `${w} alt`); }
    need(Array.isArray(n.topics) && n.topics.length >= 1 && n.topics.length <= 5 && n.topics.every((t) => /^[\p{L}\p{N}]{1,30}$/u.test(t)), w, 'topics: 1–5, letters and digits only, no #');
    text(n.title, n.language, `${w} title`); text(n.text, n.language, `${w} text`);
    need([...(n.title?.[n.language] ?? '')].length <= 40 || n.language !== 'zh', w, 'title too long');
    for (const [i, c] of (n.comments ?? []).entries()) comment(c, `${w} c${i}`, n.daysAgo, 0);
  }
}
console.log(`${notes} notes, ${comments} comments, ${byAuthor.size} authors, ${problems.length} problems`);
for (const p of problems.slice(0, 40)) console.log(' -', p);
process.exitCode = problems.length ? 1 : 0;

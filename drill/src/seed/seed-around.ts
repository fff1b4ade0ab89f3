import type { Client } from 'pg';
import { sqlIdAt } from './identifiers.ts';
import type { TownSize } from './seed-house.ts';
import { chance } from './seed-members.ts';
import { commentTexts } from './vocabulary.ts';

/** Likes, collects, views and comments by popularity (rank r has about 1/r of the first's), and every counter from its rows. */
export async function seedAround(client: Client, size: TownSize, say: (step: string) => void): Promise<void> {
  await rankNotes(client, size);
  say('likes');
  await seedLikes(client, size);
  say('comments');
  await seedComments(client, size);
  say('counters');
  await seedCounters(client);
}

/** Popularity has nothing to do with age. No note has more likes than half of the members. */
async function rankNotes(client: Client, { members, likes, comments }: TownSize): Promise<void> {
  await client.query(`
    update seed_note set rank = ranked.rank
    from (select no, row_number() over (order by md5('rank ' || no)) as rank from seed_note) as ranked where ranked.no = seed_note.no`);
  const share = (total: number, most: number) =>
    `least(${most}, floor(${total} * 1.12 * power(rank + 20, -0.9) / (select sum(power(rank + 20, -0.9)) from seed_note)
      + ${chance("'share ' || no")}))::integer`;
  await client.query(
    `update seed_note set likes = ${share(likes, Math.floor(members / 2))}, comments = ${share(comments, 2_000)}`,
  );
}

/** A stride through the members gives each note different ones without a look at the rows before. */
async function seedLikes(client: Client, { members, likes, now }: TownSize): Promise<void> {
  await client.query(
    `insert into note_like (note_id, member_id, at)
    select note.id, member.id, note.at + ${chance("'like ' || note.no || ' ' || k")} * ($1::timestamptz - note.at)
    from seed_note note cross join lateral generate_series(1, note.likes) as k
    join seed_member member on member.no = (note.no * 37 + k * 7) % ${members}
    limit ${likes}`,
    [new Date(now)],
  );
  await client.query(`
    insert into note_viewer (note_id, viewer_key, impression_at, view_at) select note_id, member_id::text, at, at from note_like;
    insert into collect (member_id, note_id, board_id, at)
    select note_like.member_id, note_id, board.id, at from note_like join board on board.member_id = note_like.member_id and is_default
    where get_byte(uuid_send(note_id), 15) % 5 = 0`);
}

/** Every fourth comment answers the one before it. */
async function seedComments(client: Client, { members, comments, now }: TownSize): Promise<void> {
  const at = (k: string) => `(note.at + ${k} * ($1::timestamptz - note.at) / (note.comments + 1))`;
  const id = (k: string) => sqlIdAt(at(k), `'comment ' || note.no || ' ' || (${k})`);
  const language = `case when (note.no + k) % ${commentTexts.length} < 7 then 'zh' else 'en' end`;
  await client.query(
    `insert into comment (note_id, id, parent_id, author_id, text, language, languages, replies, created_at)
    select note.id, ${id('k')}, case when k % 4 = 0 then ${id('(k - 1)')} end, member.id,
      ($2::text[])[1 + (note.no + k) % ${commentTexts.length}], ${language}, array[${language}], 0, ${at('k')}
    from seed_note note cross join lateral generate_series(1, note.comments) as k
    join seed_member member on member.no = (note.no * 53 + k * 11) % ${members}
    limit ${comments}`,
    [new Date(now), commentTexts],
  );
  await client.query(`
    update comment set replies = answered.replies
    from (select note_id, parent_id, count(*) as replies from comment where parent_id is not null group by 1, 2) as answered
    where comment.note_id = answered.note_id and comment.id = answered.parent_id`);
}

async function seedCounters(client: Client): Promise<void> {
  await client.query(`
    insert into note_stat (note_id, impressions, views, likes, collects, comments)
    select note.id, coalesce(seen.count, 0), coalesce(seen.count, 0), coalesce(liked.count, 0), coalesce(kept.count, 0), coalesce(said.count, 0)
    from note
    left join (select note_id, count(*) from note_viewer group by 1) as seen on seen.note_id = note.id
    left join (select note_id, count(*) from note_like group by 1) as liked on liked.note_id = note.id
    left join (select note_id, count(*) from collect group by 1) as kept on kept.note_id = note.id
    left join (select note_id, count(*) from comment group by 1) as said on said.note_id = note.id;
    insert into member_stat (member_id, notes, followers, following, received)
    select member.id, coalesce(wrote.count, 0), coalesce(followed.count, 0), coalesce(follows.count, 0), coalesce(wrote.received, 0)
    from member
    left join (select author_id, count(*), sum(likes + collects) as received from note join note_stat on note_id = id group by 1) as wrote on wrote.author_id = member.id
    left join (select followee_id, count(*) from follow group by 1) as followed on followed.followee_id = member.id
    left join (select member_id, count(*) from follow group by 1) as follows on follows.member_id = member.id;
    insert into topic_stat (topic_id, notes, views)
    select topic.id, count(note_topic.note_id), coalesce(sum(note_stat.views), 0)
    from topic left join note_topic on note_topic.topic_id = topic.id left join note_stat on note_stat.note_id = note_topic.note_id group by 1`);
}

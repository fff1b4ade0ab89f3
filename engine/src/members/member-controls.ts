import { hash32 } from '../hash.ts';
import type { Columns } from '../memory/columns.ts';
import { type Control, type Intensity, intensities } from '../traffic/facts.ts';
import { primarySubtag } from './language-mark.ts';
import { type memberColumns, SPARED_THINGS, TOPIC_INTENSITIES } from './member-columns.ts';
import type { OwnedRows } from './owned-rows.ts';

export const sparedKinds = ['note', 'author', 'topic', 'language'] as const;
export type SparedKind = (typeof sparedKinds)[number];

const USUAL = intensities.indexOf('usual');

/** What members said about their own feed. */
export interface MemberControls {
  /** Sparing, mixes and intensities; other controls are not its business. */
  apply(member: number, control: Control, seconds: number): void;
  /** @returns number of spared things; read each by `sparedAt` */
  spared(member: number, visit: (kind: number, subject: number, seconds: number) => void): void;
  /** @param topic `hash32` of the topic's id */
  topicIntensities(member: number, visit: (topic: number, intensity: Intensity) => void): void;
  /** Chosen share of languages the viewer does not read. */
  foreignMix(member: number): number | undefined;
  newcomers(member: number): Intensity;
  exploration(member: number): Intensity;
}

export function openMemberControls(columns: Columns<typeof memberColumns>, rows: OwnedRows): MemberControls {
  const { controlSpareKind, controlSpareSubject, controlSpareAt, controlSpareId } = columns;
  const { controlTopic, controlTopicIntensity, controlForeign, controlIntensity } = columns;

  function spare(row: number, control: Control & { kind: 'spare' }, seconds: number): void {
    const at = freePlace(row, hash32(control.id));
    controlSpareKind[at] = sparedKinds.indexOf(control.what) + 1;
    controlSpareSubject[at] = subjectHash(control);
    controlSpareAt[at] = seconds;
    controlSpareId[at] = hash32(control.id);
  }

  /** The place of the same word said again, a free one, or the one said longest ago. */
  function freePlace(row: number, id: number): number {
    const start = row * SPARED_THINGS;
    let place = start;
    for (let at = start; at < start + SPARED_THINGS; at += 1) {
      if (controlSpareKind[at] !== 0 && controlSpareId[at] === id) return at;
      if (ageOf(at) < ageOf(place)) place = at;
    }
    return place;
  }

  function ageOf(at: number): number {
    return controlSpareKind[at] === 0 ? -1 : (controlSpareAt[at] ?? 0);
  }

  function unspare(row: number, id: number): void {
    for (let at = row * SPARED_THINGS; at < (row + 1) * SPARED_THINGS; at += 1) {
      if (controlSpareId[at] === id) controlSpareKind[at] = 0;
    }
  }

  function setTopic(row: number, topic: number, intensity: Intensity): void {
    const start = row * TOPIC_INTENSITIES;
    const at = topicPlace(start, topic);
    controlTopic[at] = intensity === 'usual' ? 0 : topic;
    controlTopicIntensity[at] = intensities.indexOf(intensity);
  }

  function topicPlace(start: number, topic: number): number {
    const names = controlTopic.subarray(start, start + TOPIC_INTENSITIES);
    const known = names.indexOf(topic);
    if (known >= 0) return start + known;
    const free = names.indexOf(0);
    if (free >= 0) return start + free;
    // The first one said gives way: the others move up, the new one stands last.
    controlTopic.copyWithin(start, start + 1, start + TOPIC_INTENSITIES);
    controlTopicIntensity.copyWithin(start, start + 1, start + TOPIC_INTENSITIES);
    return start + TOPIC_INTENSITIES - 1;
  }

  function apply(member: number, control: Control, seconds: number): void {
    switch (control.kind) {
      case 'spare':
        spare(rows.take(member), control, seconds);
        break;
      case 'unspare':
        if (rows.of(member) >= 0) unspare(rows.of(member), hash32(control.id));
        break;
      case 'language-mix':
        controlForeign[rows.take(member)] = control.foreign === undefined ? 0 : 1 + bounded(control.foreign);
        break;
      case 'topic-intensity':
        setTopic(rows.take(member), hash32(control.topic), control.intensity);
        break;
      case 'newcomers':
        controlIntensity[rows.take(member) * 2] = intensities.indexOf(control.intensity) + 1;
        break;
      case 'exploration':
        controlIntensity[rows.take(member) * 2 + 1] = intensities.indexOf(control.intensity) + 1;
        break;
    }
  }

  function intensityAt(member: number, which: number): Intensity {
    const row = rows.of(member);
    const said = row < 0 ? 0 : (controlIntensity[row * 2 + which] ?? 0);
    return intensities[said === 0 ? USUAL : said - 1] ?? 'usual';
  }

  return {
    apply,
    spared(member, visit) {
      const row = rows.of(member);
      if (row < 0) return;
      for (let at = row * SPARED_THINGS; at < (row + 1) * SPARED_THINGS; at += 1) {
        const kind = controlSpareKind[at] ?? 0;
        if (kind !== 0) visit(kind - 1, controlSpareSubject[at] ?? 0, controlSpareAt[at] ?? 0);
      }
    },
    topicIntensities(member, visit) {
      const row = rows.of(member);
      if (row < 0) return;
      for (let at = row * TOPIC_INTENSITIES; at < (row + 1) * TOPIC_INTENSITIES; at += 1) {
        const topic = controlTopic[at] ?? 0;
        if (topic !== 0) visit(topic, intensities[controlTopicIntensity[at] ?? USUAL] ?? 'usual');
      }
    },
    foreignMix(member) {
      const row = rows.of(member);
      const said = row < 0 ? 0 : (controlForeign[row] ?? 0);
      return said === 0 ? undefined : said - 1;
    },
    newcomers: (member) => intensityAt(member, 0),
    exploration: (member) => intensityAt(member, 1),
  };
}

/** A language is spared in all its scripts and regions. */
function subjectHash({ what, note, subject }: Control & { kind: 'spare' }): number {
  return hash32(what === 'note' ? note : what === 'language' ? primarySubtag(subject) : subject);
}

function bounded(share: number): number {
  return Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
}
